// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <rules/toml.h>

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QVector>

// Reading of keys that may be missing or of another shape: what is not there is empty. The shape
// check has told the person before.
namespace huiyin::tomlaccess {

[[nodiscard]] QString text(const TomlValue &table, QStringView key);
[[nodiscard]] QStringList texts(const TomlValue &table, QStringView key);
[[nodiscard]] bool flag(const TomlValue &table, QStringView key);
[[nodiscard]] const QVector<TomlValue> &items(const TomlValue &table, QStringView key);

/// A number, switch or text as JSON.
[[nodiscard]] QJsonValue json(const TomlValue &value);
[[nodiscard]] QJsonObject json(const TomlValue &table, QStringView key);

} // namespace huiyin::tomlaccess
