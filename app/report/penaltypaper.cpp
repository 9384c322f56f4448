// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <report/casepapers.h>

#include <QJsonArray>

#include <algorithm>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The choice of CL-10 for a kind of party of the pack.
QString scopeOf(const QString &party)
{
    static const QMap<QString, QString> scopes{{u"person"_s, u"Person"_s},
                                               {u"staff"_s, u"Person"_s},
                                               {u"group"_s, u"Group"_s},
                                               {u"department"_s, u"Department"_s},
                                               {u"store"_s, u"Dealer"_s},
                                               {u"dealer"_s, u"Dealer"_s},
                                               {u"contractor"_s, u"Contractor"_s},
                                               {u"supplier"_s, u"Supplier"_s}};
    return scopes.value(party);
}

/// The choice of the list of those a notice is for.
QString targetOf(const QString &party)
{
    static const QMap<QString, QString> targets{{u"person"_s, u"Employee"_s},
                                                {u"staff"_s, u"Employee"_s},
                                                {u"department"_s, u"DepartmentLeader"_s},
                                                {u"store"_s, u"Store"_s},
                                                {u"dealer"_s, u"Dealer"_s}};
    return targets.value(party);
}

/// The first step that wrote the entry: who drew the notice up.
const Step *stepOf(const CaseFile &caseFile, const QString &id)
{
    const auto it =
        std::find_if(caseFile.steps.cbegin(), caseFile.steps.cend(), [&](const Step &step) {
            const QJsonArray entries = step.fields.value(u"penalties"_s).toArray();
            return std::any_of(entries.cbegin(), entries.cend(), [&](const auto &item) {
                return item.toObject().value(u"id"_s).toString() == id;
            });
        });
    return it == caseFile.steps.cend() ? nullptr : &*it;
}

/// The customer does not stand in what is posted or handed to others.
QString withoutCustomer(QString text, const CaseFile &caseFile)
{
    for (const QStringView field :
         {QStringView(u"complainantName"), QStringView(u"phone"), QStringView(u"address")}) {
        if (const QString own = caseFile.text(field); own.size() > 1) {
            text.replace(own, u"客户"_s);
        }
    }
    return text;
}

class Notice
{
public:
    Notice(const CaseFile &caseFile, const QJsonObject &entry, const PaperGround &ground)
        : m_case(caseFile)
        , m_entry(entry)
        , m_ground(ground)
    {
    }

    QJsonObject fields();

private:
    [[nodiscard]] QString text(const QString &key) const { return m_entry.value(key).toString(); }

    void put(const QString &field, const QJsonValue &value)
    {
        if (!value.isUndefined() && value != QJsonValue(QString())) {
            m_fields.insert(field, value);
        }
    }

    /// What the case does not say itself.
    void putMissing(const QString &field, const QJsonValue &value)
    {
        if (m_case.value(field).isUndefined() || m_case.text(field).isEmpty()) {
            put(field, value);
        }
    }

    void putParty();
    void putGround();
    void putMoney();
    void putSigns();

    const CaseFile &m_case;
    const QJsonObject &m_entry;
    const PaperGround &m_ground;
    QJsonObject m_fields;
};

void Notice::putParty()
{
    const QString party = text(u"party"_s);
    const QString name = text(u"name"_s);
    const bool person = party == u"person" || party == u"staff";
    put(u"penaltySubject"_s, name);
    put(u"penaltyTarget"_s, targetOf(party));
    put(u"respScope"_s, scopeOf(party));
    put(u"noticeKind"_s, u"Penalty"_s);
    put(u"respPerson"_s, person ? name : QString());
    put(u"respDept"_s, party == u"department" || party == u"group" ? name : text(u"department"_s));
    if (person) {
        putMissing(u"position"_s, text(u"department"_s));
    }
    if (party == u"contractor") {
        put(u"contractor"_s, name);
    }
    if (party == u"supplier") {
        put(u"supplier"_s, name);
    }
}

void Notice::putGround()
{
    const QString ground = text(u"ground"_s);
    const auto &grounds = m_ground.regulation.grounds;
    const auto known = std::find_if(grounds.cbegin(), grounds.cend(), [&](const GroundRule &rule) {
        return rule.id == ground;
    });
    const Step *step = stepOf(m_case, text(u"id"_s));
    const QString why = step != nullptr && !step->reason.isEmpty() ? step->reason
                        : known != grounds.cend()                  ? known->zh
                                                                   : text(u"label"_s);
    putMissing(u"reason"_s, withoutCustomer(why, m_case));
    putMissing(u"violationFacts"_s, withoutCustomer(why, m_case));
    for (const QStringView field :
         {QStringView(u"penaltyCase"), QStringView(u"disciplineGround")}) {
        const CodeList *list = m_ground.catalogue.choicesOf(field);
        if (list != nullptr && list->byId(ground) != nullptr) {
            put(field.toString(), ground);
        }
    }
    QStringList clauses;
    const QJsonArray rules = m_entry.value(u"rules"_s).toArray();
    for (const auto &rule : rules) {
        clauses << rule.toString();
    }
    put(u"ruleRefs"_s, clauses.join(u'、'));
    const CodeList *disciplines = m_ground.catalogue.choicesOf(u"discipline");
    if (const Choice *choice =
            disciplines == nullptr ? nullptr : disciplines->byWord(text(u"discipline"_s))) {
        put(u"discipline"_s, choice->id);
    }
    if (m_entry.contains(u"circular"_s)) {
        put(u"publish"_s, true);
    }
    putMissing(u"decisionText"_s, text(u"label"_s));
    const QString course = m_case.text(u"course").isEmpty() ? m_case.text(u"investigationSummary")
                                                            : m_case.text(u"course");
    put(u"course"_s, withoutCustomer(course, m_case));
}

void Notice::putMoney()
{
    const QJsonValue amount = m_entry.value(u"amountFen"_s);
    put(u"amount"_s, amount);
    put(u"deduction"_s, amount);
    if (m_entry.contains(u"points"_s)) {
        put(u"points"_s, m_entry.value(u"points"_s));
    }
    const QJsonArray schedule = m_entry.value(u"schedule"_s).toArray();
    if (!schedule.isEmpty()) {
        // What an earlier penalty carried on stands on its own notice.
        const QJsonObject first = schedule.first().toObject();
        const qint64 now =
            first.value(u"amountFen"_s).toInteger() - first.value(u"carriedFen"_s).toInteger();
        put(u"executeMonth"_s, first.value(u"month"_s));
        put(u"deductedNow"_s, now);
        put(u"carriedOver"_s, std::max<qint64>(0, amount.toInteger() - now));
    }
    const QJsonObject basis = m_entry.value(u"basis"_s).toObject();
    put(u"lossAmount"_s, basis.value(u"lossFen"_s));
    put(u"deptPoints"_s, basis.value(u"allPoints"_s));
    put(u"personPoints"_s, basis.value(u"points"_s));
    put(u"capAmount"_s, basis.value(u"capFen"_s));
    const QString base = basis.value(u"base"_s).toString();
    if (const FieldDef *def = m_ground.catalogue.field(base);
        def != nullptr && def->type == FieldType::Money) {
        put(base, basis.value(u"baseFen"_s));
    }
}

void Notice::putSigns()
{
    const auto sign = [](const QJsonObject &act) {
        return QJsonObject{{u"name"_s, act.value(u"by"_s)}, {u"at"_s, act.value(u"at"_s)}};
    };
    const Step *drawn = stepOf(m_case, text(u"id"_s));
    if (drawn != nullptr) {
        put(u"preparedSign"_s,
            QJsonObject{{u"name"_s, m_ground.names.value(drawn->actor, drawn->actor)},
                        {u"at"_s, drawn->at.utcMs()}});
        put(u"issuedAt"_s, drawn->at.utcMs());
    }
    if (text(u"state"_s) != u"Proposed") {
        put(u"approverSign"_s, sign(m_entry));
        put(u"gmSign"_s, sign(m_entry));
        put(u"coordinatorSign"_s, sign(m_entry));
        if (const qint64 days = m_entry.value(u"objectionDays"_s).toInteger(); days > 0) {
            const Day day = Instant::fromUtcMs(m_entry.value(u"at"_s).toInteger()).localDay();
            put(u"appealUntil"_s, day.addDays(days).toString());
        }
    }
    if (const QJsonObject done = m_entry.value(u"execution"_s).toObject(); !done.isEmpty()) {
        put(u"financeSign"_s, sign(done));
    }
}

QJsonObject Notice::fields()
{
    putParty();
    putGround();
    putMoney();
    putSigns();
    return m_fields;
}

} // namespace

QJsonObject
penaltyFields(const CaseFile &caseFile, const QJsonObject &entry, const PaperGround &ground)
{
    return Notice(caseFile, entry, ground).fields();
}

} // namespace huiyin
