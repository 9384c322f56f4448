// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <domain/people.h>

using namespace Qt::StringLiterals;

namespace huiyin {

const QStringList &assigningFields()
{
    static const QStringList fields{u"handler"_s,
                                    u"investigator"_s,
                                    u"firstAcceptor"_s,
                                    u"secondAcceptor"_s,
                                    u"recipientPerson"_s,
                                    u"repliedBy"_s};
    return fields;
}

const QStringList &signingFields()
{
    static const QStringList fields{
        u"approverSign"_s,   u"checkedBySign"_s, u"coordinatorSign"_s, u"deciderSign"_s,
        u"decisionSign"_s,   u"deptHeadSign"_s,  u"deputySign"_s,      u"finalSign"_s,
        u"financeSign"_s,    u"gmSign"_s,        u"handlerSign"_s,     u"leaderSign"_s,
        u"managerSign"_s,    u"officerSign"_s,   u"qualitySign"_s,     u"reviewerSign"_s,
        u"supervisorSign"_s, u"verifierSign"_s,  u"visitorSign"_s,     u"witnessSign"_s};
    return fields;
}

QString signedName(const QJsonValue &value)
{
    return value.isObject() ? value.toObject().value("name"_L1).toString() : value.toString();
}

QStringList namesIn(const QString &names)
{
    // Each case asks this for a score of fields, most of them empty: a pattern would be the dearest
    // part of writing it.
    const auto isBetween = [](QChar c) { return QStringView(u"、，,；;/ \t\n\v\f\r").contains(c); };
    QStringList each;
    qsizetype from = 0;
    for (qsizetype i = 0; i <= names.size(); ++i) {
        if (i < names.size() && !isBetween(names.at(i))) {
            continue;
        }
        if (i > from) {
            each.append(names.mid(from, i - from));
        }
        from = i + 1;
    }
    return each;
}

bool isAmong(const QString &id, const QString &name, const QString &names)
{
    if (names.isEmpty()) {
        return false;
    }
    if (names == id || names == name) {
        return true;
    }
    const QStringList each = namesIn(names);
    return each.contains(id) || (!name.isEmpty() && each.contains(name));
}

QStringList involvedIn(const CaseFile &caseFile)
{
    QStringList involved;
    const auto add = [&involved](const QString &one) {
        if (!one.isEmpty() && !involved.contains(one)) {
            involved.append(one);
        }
    };
    for (const Step &step : caseFile.steps) {
        add(step.actor);
        add(step.actingFor);
    }
    for (const QStringList *fields : {&assigningFields(), &signingFields()}) {
        for (const QString &field : *fields) {
            const QString names = signedName(caseFile.value(field));
            add(names);
            for (const QString &name : namesIn(names)) {
                add(name);
            }
        }
    }
    add(caseFile.text(u"assignedDept"));
    const QJsonArray parts = caseFile.value(u"parts").toArray();
    for (const auto &entry : parts) {
        add(entry.toObject().value("dept"_L1).toString());
    }
    return involved;
}

} // namespace huiyin
