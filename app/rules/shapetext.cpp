// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/tomlshape.h>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

namespace {

QString bounds(const KeyShape &key)
{
    const bool least = key.least > std::numeric_limits<double>::lowest();
    const bool most = key.most < std::numeric_limits<double>::max();
    if (!least && !most) {
        return {};
    }
    return u" %1…%2"_s.arg(least ? QString::number(key.least) : QString(),
                           most ? QString::number(key.most) : QString());
}

QString holds(const KeyShape &key)
{
    switch (key.shape) {
    case Shape::Text:
        return u"\"…\""_s;
    case Shape::Texts:
        return u"[\"…\", …]"_s;
    case Shape::Integer:
        return u"整数 integer"_s + bounds(key);
    case Shape::Number:
        return u"数 number"_s + bounds(key);
    case Shape::Flag:
        return u"true, false"_s;
    case Shape::Date:
        return u"2026-01-01"_s;
    case Shape::Table:
        return u"{ … }"_s;
    case Shape::Tables:
        return u"[ { … }, … ]"_s;
    case Shape::Levels:
        return u"{ … } | [ { … }, … ]"_s;
    case Shape::Condition:
        return u"{ 字段 field = 值 value | [值, …] | \">= 500\" | \"\" | \"*\", … }"_s;
    case Shape::Values:
        return u"{ 字段 field = 值 value, … }"_s;
    case Shape::Mark:
        return u"数 number"_s + bounds(key) + u" / \"…\""_s;
    case Shape::Span:
        return u"数 number / [ … , … ]"_s + bounds(key) + u" / \"…\""_s;
    }
    return {};
}

void describe(QString &out, const TableShape &shape, const QString &heading, int depth)
{
    const QString indent(depth * 4, u' ');
    out += u'\n' + indent + heading + u"\n"_s;
    if (!shape.zh.isEmpty()) {
        out += indent + u"  "_s + shape.zh + u" / "_s + shape.en + u"\n"_s;
    }
    for (const KeyShape &key : shape.keys) {
        out += indent + u"  "_s + key.key.leftJustified(18) + holds(key);
        if (key.required) {
            out += u"  必填 required"_s;
        }
        if (!key.words.isEmpty()) {
            out += u"  "_s + key.words.join(u" | "_s);
        }
        if (!key.names.isEmpty()) {
            out += u"  <%1>"_s.arg(key.names);
        }
        out += u'\n' + indent + u"      "_s + key.zh + u" / "_s + key.en + u"\n"_s;
    }
    for (const KeyShape &key : shape.keys) {
        if (key.table != nullptr) {
            const bool section = depth == 0;
            const QString open = key.shape == Shape::Tables ? u"[[%1]]"_s : u"[%1]"_s;
            describe(out,
                     *key.table,
                     section ? open.arg(key.key) : key.key + u" = { … }"_s,
                     depth + (section ? 0 : 1));
        }
    }
}

} // namespace

QString shapeText(const TableShape &root, const QString &title)
{
    QString out = title + u"\n"_s + QString(title.size() * 2, u'=') + u"\n"_s;
    out += root.zh + u"\n"_s + root.en + u"\n"_s;
    for (const KeyShape &key : root.keys) {
        if (key.table == nullptr) {
            continue;
        }
        describe(out,
                 *key.table,
                 (key.shape == Shape::Tables ? u"[[%1]]"_s : u"[%1]"_s).arg(key.key),
                 1);
    }
    return out;
}

} // namespace huiyin
