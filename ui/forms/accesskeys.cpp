// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/accesskeys.h>

namespace huiyin {

namespace {

/// One row a letter; fields in the order in which they are looked for. Menus keep F E V C U R T H.
constexpr struct
{
    char16_t letter;
    const char *fields[2];
} kAccessKeys[] = {
    {u'P', {"phone", nullptr}},
    {u'N', {"complainantName", nullptr}},
    {u'Q', {"channel", "source"}},
    {u'L', {"kind", nullptr}},
    {u'B', {"category", nullptr}},
    {u'G', {"severity", nullptr}},
    {u'X', {"content", "contentBrief"}},
    {u'S', {"demandKinds", "demandText"}},
    {u'Y', {"promisedReplyBy", "promise"}},
};

} // namespace

QHash<QString, QChar> accessKeys(const QStringList &fields)
{
    QHash<QString, QChar> keys;
    for (const auto &row : kAccessKeys) {
        for (const char *id : row.fields) {
            const QString field = QString::fromLatin1(id);
            if (fields.contains(field)) {
                keys.insert(field, QChar(row.letter));
                break;
            }
        }
    }
    return keys;
}

} // namespace huiyin
