// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/registerrow.h>
#include <rules/fieldinput.h>

#include <algorithm>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

/// 投诉人 （姓名）： and 投诉人(姓名) are the same head.
QString plainHead(const QString &head)
{
    QString plain;
    const QString half = halfWidth(head).toLower();
    for (const QChar c : half) {
        if (!c.isSpace() && c != u':' && c != u'*' && c != u'"' && c != u'\uFEFF') {
            plain.append(c);
        }
    }
    return plain;
}

constexpr int kOwnWord = 5;

/// How directly a head names a field: its id, its label, an alias, its English label.
int closeness(const FieldDef &field, const QString &plain)
{
    if (plainHead(field.id) == plain) {
        return 4;
    }
    if (plainHead(field.zh) == plain) {
        return 3;
    }
    const bool alias = std::any_of(field.aliases.cbegin(),
                                   field.aliases.cend(),
                                   [&](const QString &one) { return plainHead(one) == plain; });
    if (alias) {
        return 2;
    }
    return plainHead(field.en) == plain ? 1 : 0;
}

/// Fields an old register is likely to hold: they win where a word could mean several.
bool isRegisterField(const QString &id)
{
    static const QStringList fields = {
        u"originalNo"_s,      u"receivedAt"_s, u"receivingUnit"_s, u"respondentDept"_s,
        u"channel"_s,         u"category"_s,   u"subcategory"_s,   u"severity"_s,
        u"complainantName"_s, u"phone"_s,      u"address"_s,       u"title"_s,
        u"content"_s,         u"status"_s,     u"handler"_s,       u"dueStated"_s,
        u"firstReplyAt"_s,    u"closedAt"_s,   u"result"_s,        u"satisfaction"_s,
        u"remark"_s,          u"seqNo"_s};
    return fields.contains(id);
}

} // namespace

bool RegisterColumns::has(QStringView field) const
{
    return std::any_of(fields.cbegin(), fields.cend(), [&](const FieldDef *one) {
        return one != nullptr && one->id == field;
    });
}

QMap<QString, QString> RegisterColumns::mapping() const
{
    QMap<QString, QString> map;
    for (qsizetype i = 0; i < fields.size(); ++i) {
        if (fields.at(i) != nullptr) {
            map.insert(heads.at(i), fields.at(i)->id);
        }
    }
    return map;
}

RegisterColumns recogniseColumns(const FieldCatalogue &catalogue,
                                 const QStringList &heads,
                                 const QMap<QString, QString> &given,
                                 const QHash<QString, QString> &own)
{
    RegisterColumns columns;
    QMap<QString, QString> wanted;
    for (auto it = given.cbegin(); it != given.cend(); ++it) {
        wanted.insert(plainHead(it.key()), it.value());
    }
    QHash<QString, QString> worded;
    for (auto it = own.cbegin(); it != own.cend(); ++it) {
        // The number a case had in the register it comes from is not the number it gets here.
        worded.insert(plainHead(it.key()),
                      it.value() == u"complaintNo" ? u"originalNo"_s : it.value());
    }
    for (const QString &head : heads) {
        const QString plain = plainHead(head);
        const QString ownField = worded.value(plain);
        const FieldDef *best = nullptr;
        int score = 0;
        if (wanted.contains(plain)) {
            best = catalogue.field(wanted.value(plain));
        } else if (!plain.isEmpty()) {
            for (const FieldDef &field : catalogue.fields()) {
                const int close = ownField == field.id ? kOwnWord : closeness(field, plain);
                const int total = close == 0 ? 0 : close + (isRegisterField(field.id) ? 4 : 0);
                if (total > score) {
                    score = total;
                    best = &field;
                }
            }
        }
        columns.heads.append(normalizedText(head, false));
        columns.fields.append(best != nullptr && columns.fields.contains(best) ? nullptr : best);
    }
    return columns;
}

bool isHead(const RegisterColumns &columns)
{
    return columns.has(u"receivedAt") &&
           (columns.has(u"complainantName") || columns.has(u"phone") || columns.has(u"content") ||
            columns.has(u"title"));
}

} // namespace huiyin
