// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/tomlaccess.h>

namespace huiyin::tomlaccess {

QString text(const TomlValue &table, QStringView key)
{
    const TomlValue *value = table.find(key);
    return value == nullptr ? QString() : value->string;
}

QStringList texts(const TomlValue &table, QStringView key)
{
    QStringList list;
    for (const TomlValue &item : items(table, key)) {
        list.append(item.string);
    }
    return list;
}

bool flag(const TomlValue &table, QStringView key)
{
    const TomlValue *value = table.find(key);
    return value != nullptr && value->boolean;
}

const QVector<TomlValue> &items(const TomlValue &table, QStringView key)
{
    static const QVector<TomlValue> none;
    const TomlValue *value = table.find(key);
    return value == nullptr ? none : value->items;
}

QJsonValue json(const TomlValue &value)
{
    switch (value.kind) {
    case TomlValue::Kind::Integer:
        return value.integer;
    case TomlValue::Kind::Float:
        return value.number;
    case TomlValue::Kind::Bool:
        return value.boolean;
    default:
        return value.string;
    }
}

QJsonObject json(const TomlValue &table, QStringView key)
{
    QJsonObject object;
    if (const TomlValue *value = table.find(key)) {
        for (const TomlEntry &entry : value->entries) {
            object.insert(entry.key, json(entry.value));
        }
    }
    return object;
}

} // namespace huiyin::tomlaccess
