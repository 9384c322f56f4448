// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/packentries.h>
#include <rules/packtext.h>
#include <rules/parameters.h>
#include <rules/penaltybuild.h>
#include <rules/regulationcheck.h>
#include <rules/tomlaccess.h>

#include <algorithm>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;
using namespace tomlaccess;

namespace {

template <typename T, typename Key> void replaceOrAppend(QVector<T> &list, T entry, Key key)
{
    const auto it = std::find_if(
        list.begin(), list.end(), [&](const T &other) { return key(other) == key(entry); });
    if (it == list.end()) {
        list.append(std::move(entry));
    } else {
        *it = std::move(entry);
    }
}

class Builder
{
public:
    Builder(const FieldCatalogue &catalogue,
            const QStringList &parameters,
            EntryPlaces &places,
            QSet<QString> &faulty,
            Findings &findings)
        : m_places(places)
        , m_read(catalogue, parameters, faulty, findings)
        , m_money(m_read, faulty, findings)
    {
    }

    void add(const PackText &pack)
    {
        m_source = pack.source;
        m_read.begin(pack.source);
        m_money.begin(pack.source);
        readHead(pack.root);
        readIntake(pack.root);
        readPeople(pack.root);
        for (const TomlValue &entry : items(pack.root, u"role")) {
            keep(u"role"_s, entry);
            replaceOrAppend(regulation.roles,
                            RoleRule{text(entry, u"id"),
                                     text(entry, u"zh"),
                                     text(entry, u"en"),
                                     texts(entry, u"rule")},
                            [](const RoleRule &rule) { return rule.id; });
        }
        for (const TomlValue &entry : items(pack.root, u"kind")) {
            keep(u"kind"_s, entry);
            replaceOrAppend(regulation.kinds,
                            KindRule{text(entry, u"id"), texts(entry, u"rule")},
                            [](const KindRule &rule) { return rule.id; });
        }
        for (const TomlValue &entry : items(pack.root, u"category")) {
            keep(u"category"_s, entry, text(entry, u"zh"));
            replaceOrAppend(
                regulation.categories,
                CategoryRule{text(entry, u"zh"), texts(entry, u"children"), texts(entry, u"rule")},
                [](const CategoryRule &rule) { return rule.zh; });
        }
        for (const TomlValue &entry : items(pack.root, u"stage")) {
            keep(u"stage"_s, entry);
            if (const auto stage = stageOf(text(entry, u"id"))) {
                replaceOrAppend(
                    regulation.stages,
                    StageRule{
                        *stage, text(entry, u"zh"), text(entry, u"en"), texts(entry, u"rule")},
                    [](const StageRule &rule) { return rule.stage; });
            }
        }
        take(pack, u"move"_s, regulation.moves, [&](const TomlValue &entry) {
            return m_read.move(entry);
        });
        take(pack, u"clock"_s, regulation.clocks, [&](const TomlValue &entry) {
            return m_read.clock(entry);
        });
        take(pack, u"duty"_s, regulation.duties, [&](const TomlValue &entry) {
            return m_read.duty(entry);
        });
        take(pack, u"lock"_s, regulation.locks, [&](const TomlValue &entry) {
            return m_read.lock(entry);
        });
        take(pack, u"guard"_s, regulation.guards, [&](const TomlValue &entry) {
            return m_read.guard(entry);
        });
        take(pack, u"advice"_s, regulation.advice, [&](const TomlValue &entry) {
            return m_read.advice(entry);
        });
        take(pack, u"chain"_s, regulation.chains, [&](const TomlValue &entry) {
            return m_read.chain(entry);
        });
        take(pack, u"count"_s, regulation.counters, [&](const TomlValue &entry) {
            return m_read.count(entry);
        });
        take(pack, u"ground"_s, regulation.grounds, [&](const TomlValue &entry) {
            return m_money.ground(entry);
        });
        take(pack, u"penalty"_s, regulation.penalties, [&](const TomlValue &entry) {
            return m_money.penalty(entry);
        });
        take(pack, u"compensation"_s, regulation.compensations, [&](const TomlValue &entry) {
            return m_money.compensation(entry);
        });
        take(pack, u"parameter"_s, regulation.parameters, [&](const TomlValue &entry) {
            return m_money.parameter(entry);
        });
        for (const TomlValue &entry : items(pack.root, u"retention")) {
            keep(u"retention"_s, entry);
            const TomlValue *years = entry.find(u"years");
            replaceOrAppend(regulation.retention,
                            RetentionRule{text(entry, u"id"),
                                          years == nullptr ? 0 : static_cast<int>(years->integer),
                                          texts(entry, u"rule"),
                                          text(entry, u"needsConfirmation")},
                            [](const RetentionRule &rule) { return rule.id; });
        }
        for (const TomlValue &entry : items(pack.root, u"rule")) {
            keep(u"rule"_s, entry);
            replaceOrAppend(regulation.notes,
                            RuleNote{text(entry, u"id"),
                                     text(entry, u"zh"),
                                     text(entry, u"en"),
                                     text(entry, u"how"),
                                     text(entry, u"entry"),
                                     text(entry, u"test"),
                                     text(entry, u"reason"),
                                     text(entry, u"reasonEn")},
                            [](const RuleNote &note) { return note.rule; });
        }
    }

    Regulation regulation;

private:
    template <typename Rule, typename Read>
    void take(const PackText &pack, const QString &table, QVector<Rule> &list, Read read)
    {
        for (const TomlValue &entry : items(pack.root, table)) {
            Rule rule = read(entry);
            if (rule.id.isEmpty()) { // only locks may go without: numbered then
                rule.id = QString::number(list.size() + 1);
            }
            keep(table, entry, rule.id);
            replaceOrAppend(list, std::move(rule), [](const Rule &one) { return one.id; });
        }
    }

    void keep(const QString &table, const TomlValue &entry)
    {
        keep(table, entry, text(entry, u"id"));
    }

    void keep(const QString &table, const TomlValue &entry, const QString &id)
    {
        const QString label = u"[[%1]] %2"_s.arg(table, id);
        m_places.insert(table + u':' + id,
                        EntryPlace{m_source.isEmpty() ? label : m_source + u": "_s + label,
                                   entry.line,
                                   entry.column,
                                   !m_source.isEmpty()});
    }

    void readHead(const TomlValue &root)
    {
        const TomlValue *head = root.find(u"pack");
        if (head == nullptr) {
            return;
        }
        m_places.insert(u"pack"_s, EntryPlace{u"[pack]"_s, head->line, head->column, false});
        regulation.id = text(*head, u"id");
        regulation.zh = text(*head, u"zh");
        regulation.en = text(*head, u"en");
        regulation.shared = flag(*head, u"shared");
        regulation.overlay = flag(*head, u"overlay");
        regulation.appliesWhen = m_read.condition(*head, u"appliesWhen");
        regulation.variantOf = text(*head, u"variantOf");
        if (const TomlValue *version = head->find(u"version")) {
            regulation.version = static_cast<int>(version->integer);
        }
        if (const auto day = Day::parse(text(*head, u"effective"))) {
            regulation.effective = *day;
        }
        regulation.signOff = texts(*head, u"signOff");
        regulation.signOffEn = texts(*head, u"signOffEn");
        if (const TomlValue *sheets = head->find(u"sheets")) {
            regulation.sheets = texts(*head, u"sheets");
            for (const QString &sheet : std::as_const(regulation.sheets)) {
                m_places.insert(u"sheet:"_s + sheet,
                                EntryPlace{u"[pack]"_s, sheets->line, sheets->column, false});
            }
        }
    }

    void readPeople(const TomlValue &root)
    {
        if (const TomlValue *people = root.find(u"people")) {
            m_places.insert(u"people"_s,
                            EntryPlace{u"[people]"_s, people->line, people->column, false});
            PeopleRule &rule = regulation.people;
            rule.recusal = flag(*people, u"recusal");
            rule.needToKnow = flag(*people, u"needToKnow");
            rule.sees = texts(*people, u"sees");
            rule.rules = texts(*people, u"rule");
            rule.knowRules = texts(*people, u"needToKnowRule");
            // A pack that says nothing of it keeps what the packs it uses say.
            if (people->find(u"governs") != nullptr) {
                rule.governs = texts(*people, u"governs");
                rule.governRules = texts(*people, u"governsRule");
            }
        }
    }

    void readIntake(const TomlValue &root)
    {
        const TomlValue *intake = root.find(u"intake");
        if (intake == nullptr) {
            return;
        }
        m_places.insert(u"intake"_s,
                        EntryPlace{u"[intake]"_s, intake->line, intake->column, false});
        if (intake->find(u"needs") != nullptr) {
            regulation.intakeNeeds = texts(*intake, u"needs");
        }
        if (intake->find(u"fromAbove") != nullptr) {
            regulation.fromAbove = texts(*intake, u"fromAbove");
        }
        if (intake->find(u"rule") != nullptr) {
            regulation.intakeRules = texts(*intake, u"rule");
        }
        if (intake->find(u"oneOf") != nullptr) {
            regulation.intakeOneOf.clear();
            for (const TomlValue &group : items(*intake, u"oneOf")) {
                regulation.intakeOneOf.append(
                    {texts(group, u"fields"), Condition(), texts(group, u"rule")});
            }
        }
    }

    EntryPlaces &m_places;
    EntryReader m_read;
    MoneyReader m_money;
    QString m_source;
};

} // namespace

Regulation buildRegulation(const QVector<PackText> &texts,
                           const FieldCatalogue &catalogue,
                           const QStringList &parameters,
                           EntryPlaces &places,
                           QSet<QString> &faulty,
                           Findings &findings)
{
    Builder builder(catalogue, parameters, places, faulty, findings);
    for (const PackText &pack : texts) {
        builder.add(pack);
    }
    for (auto it = places.cbegin(); it != places.cend(); ++it) {
        if (!it->inherited) {
            builder.regulation.own.append(it.key());
        }
    }
    std::sort(builder.regulation.own.begin(), builder.regulation.own.end());
    applyParameters(builder.regulation, {});
    return builder.regulation;
}

} // namespace huiyin
