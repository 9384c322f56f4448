// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A variant as a whole text: its base with the changes written into it.

#include <rules/sheetedit.h>
#include <rules/sheetreader.h>
#include <rules/sheettext.h>

#include <algorithm>

namespace huiyin {

using namespace sheettoml;
using namespace sheettext;
using namespace Qt::StringLiterals;

namespace {

/// The value of a change as it is written.
QString written(const TomlValue &change, QStringView key)
{
    const TomlValue *value = change.find(key);
    if (value == nullptr) {
        return {};
    }
    if (value->kind == TomlValue::Kind::Array) {
        QStringList all;
        for (const QString &word : words(change, key)) {
            all.append(quoted(word));
        }
        return u'[' + all.join(u", "_s) + u']';
    }
    return value->kind == TomlValue::Kind::String ? quoted(value->string)
           : flag(change, key)                    ? u"true"_s
                                                  : u"false"_s;
}

QString changed(QString cell, const TomlValue &change)
{
    const QString field = quoted(text(change, u"field"));
    const bool label = valueOf(cell, u"label"_s) == field;
    const bool value = valueOf(cell, u"field"_s) == field;
    QStringList keys;
    if (label || value) {
        keys << u"zh"_s << u"en"_s;
    }
    if (value) {
        keys << u"required"_s << u"options"_s << u"optionsZh"_s << u"optionsEn"_s;
        if (change.find(u"options") != nullptr) {
            cell = withValue(withValue(cell, u"optionsZh"_s, {}), u"optionsEn"_s, {});
        }
    }
    for (const QString &key : std::as_const(keys)) {
        if (const QString now = written(change, key); !now.isEmpty()) {
            cell = withValue(cell, key, now);
        }
    }
    if (const QString parts = valueOf(cell, u"parts"_s); !parts.isEmpty()) {
        QStringList all;
        for (const QString &part : items(parts)) {
            all.append(changed(part, change));
        }
        cell = withValue(
            cell, u"parts"_s, u"[\n        "_s + all.join(u",\n        "_s) + u",\n    ]"_s);
    }
    return cell;
}

} // namespace

QByteArray unfoldedSheet(const QByteArray &variant, const QByteArray &base)
{
    Findings findings;
    const auto own = readToml(variant, findings);
    const auto ground = readToml(base, findings);
    const TomlValue *head = own ? own->find(u"sheet") : nullptr;
    const TomlValue *baseHead = ground ? ground->find(u"sheet") : nullptr;
    if (head == nullptr || baseHead == nullptr) {
        return variant;
    }
    QStringList lines = QString::fromUtf8(base).split(u'\n');
    for (const TomlEntry &entry : baseHead->entries) {
        if (const TomlValue *value = head->find(entry.key); value != nullptr) {
            lines[entry.line - 1] = entry.key + u" = "_s +
                                    (value->kind == TomlValue::Kind::Integer
                                         ? QString::number(whole(*head, entry.key, 1))
                                         : written(*head, entry.key));
        }
    }
    QString out = lines.join(u'\n');
    for (qsizetype from = out.indexOf(u"\ncells = ["_s); from >= 0;
         from = out.indexOf(u"\ncells = ["_s, from + 1)) {
        const qsizetype open = out.indexOf(u'[', from);
        const qsizetype end = behindBracket(out, open);
        if (end < 0) {
            break;
        }
        const QStringList before = items(out.mid(open, end - open));
        QStringList cells = before;
        for (const TomlValue *change : tables(*own, u"change")) {
            for (QString &cell : cells) {
                const QString field = quoted(text(*change, u"field"));
                cell = cell.contains(field) ? changed(cell, *change) : cell;
            }
        }
        if (cells != before) {
            out.replace(open, end - open, arrayOf(cells, {}));
        }
    }
    return out.toUtf8();
}

} // namespace huiyin
