// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/packtext.h>
#include <rules/regulationcheck.h>
#include <rules/tomlaccess.h>

#include <algorithm>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;
using namespace tomlaccess;

namespace {

Condition condition(const TomlValue &table)
{
    Condition condition;
    const TomlValue *when = table.find(u"when");
    if (when == nullptr) {
        return condition;
    }
    const auto word = [](const TomlValue &value) {
        return value.kind == TomlValue::Kind::Bool ? (value.boolean ? u"true"_s : u"false"_s)
                                                   : value.string;
    };
    for (const TomlEntry &entry : when->entries) {
        QStringList &words = condition.anyOf[entry.key];
        if (entry.value.kind == TomlValue::Kind::Array) {
            for (const TomlValue &item : entry.value.items) {
                words.append(word(item));
            }
        } else {
            words.append(word(entry.value));
        }
    }
    return condition;
}

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
    Builder(EntryPlaces &places, QSet<QString> &faulty, Findings &findings)
        : m_places(places)
        , m_faulty(faulty)
        , m_findings(findings)
    {
    }

    void add(const PackText &pack)
    {
        m_source = pack.source;
        readHead(pack.root);
        readIntake(pack.root);
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
            keep(u"category"_s, entry, u"zh");
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
        for (const TomlValue &entry : items(pack.root, u"move")) {
            keep(u"move"_s, entry);
            replaceOrAppend(
                regulation.moves, readMove(entry), [](const MoveRule &rule) { return rule.id; });
        }
        for (const TomlValue &entry : items(pack.root, u"clock")) {
            keep(u"clock"_s, entry);
            replaceOrAppend(
                regulation.clocks, readClock(entry), [](const ClockRule &rule) { return rule.id; });
        }
        for (const TomlValue &entry : items(pack.root, u"duty")) {
            keep(u"duty"_s, entry);
            replaceOrAppend(
                regulation.duties, readDuty(entry), [](const DutyRule &rule) { return rule.id; });
        }
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
    void keep(const QString &table, const TomlValue &entry, QStringView idKey = u"id")
    {
        const QString id = text(entry, idKey);
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
        if (const TomlValue *version = head->find(u"version")) {
            regulation.version = static_cast<int>(version->integer);
        }
        if (const auto day = Day::parse(text(*head, u"effective"))) {
            regulation.effective = *day;
        }
        if (const TomlValue *sheets = head->find(u"sheets")) {
            regulation.sheets = texts(*head, u"sheets");
            for (const QString &sheet : std::as_const(regulation.sheets)) {
                m_places.insert(u"sheet:"_s + sheet,
                                EntryPlace{u"[pack]"_s, sheets->line, sheets->column, false});
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
        if (intake->find(u"oneOf") != nullptr) {
            regulation.intakeOneOf.clear();
            for (const TomlValue &group : items(*intake, u"oneOf")) {
                regulation.intakeOneOf.append(texts(group, u"fields"));
            }
        }
    }

    static MoveRule readMove(const TomlValue &entry)
    {
        MoveRule move;
        move.id = text(entry, u"id");
        move.zh = text(entry, u"zh");
        move.en = text(entry, u"en");
        for (const QString &id : texts(entry, u"from")) {
            if (const auto stage = stageOf(id)) {
                move.from.append(*stage);
            }
        }
        move.to = stageOf(text(entry, u"to"));
        move.by = texts(entry, u"by");
        move.needs = texts(entry, u"needs");
        for (const TomlValue &group : items(entry, u"oneOf")) {
            move.oneOf.append({texts(group, u"fields"), condition(group), texts(group, u"rule")});
        }
        move.offers = texts(entry, u"offers");
        move.reason = flag(entry, u"reason");
        move.stamps = text(entry, u"stamps");
        move.when = condition(entry);
        move.sheet = text(entry, u"sheet");
        move.forbidden = texts(entry, u"forbidden");
        move.rules = texts(entry, u"rule");
        move.hintZh = text(entry, u"hint");
        move.hintEn = text(entry, u"hintEn");
        return move;
    }

    ClockRule readClock(const TomlValue &entry)
    {
        ClockRule clock;
        clock.id = text(entry, u"id");
        clock.zh = text(entry, u"zh");
        clock.en = text(entry, u"en");
        clock.when = condition(entry);
        clock.starts = text(entry, u"starts");
        clock.stops = text(entry, u"stops");
        clock.owner = text(entry, u"owner");
        clock.handling = flag(entry, u"handling");
        clock.pauses = flag(entry, u"pauses");
        clock.rules = texts(entry, u"rule");
        clock.needsConfirmation = text(entry, u"needsConfirmation");
        const QString label = u"[[clock]] "_s + clock.id;
        if (const TomlValue *limit = entry.find(u"limit")) {
            clock.promisedField = text(*limit, u"promised");
            clock.limit = readLimit(*limit, label + u" limit"_s);
        }
        for (const TomlValue &item : items(entry, u"tell")) {
            const TomlValue *at = item.find(u"at");
            const bool isWord = at == nullptr || at->kind == TomlValue::Kind::String;
            clock.tell.append(
                {isWord ? text(item, u"at") : QString::number(at->number), texts(item, u"who")});
        }
        if (const TomlValue *extend = entry.find(u"extend")) {
            ExtensionRule rule;
            if (const TomlValue *to = extend->find(u"to")) {
                rule.to = readLimit(*to, label + u" extend to"_s).value_or(Limit());
            }
            rule.needs = texts(*extend, u"needs");
            rule.approve = texts(*extend, u"approve");
            rule.beforeDue = text(*extend, u"before") == u"due";
            rule.sheet = text(*extend, u"sheet");
            rule.rules = texts(*extend, u"rule");
            rule.needsConfirmation = text(*extend, u"needsConfirmation");
            clock.extend = rule;
        }
        return clock;
    }

    DutyRule readDuty(const TomlValue &entry)
    {
        DutyRule duty;
        duty.id = text(entry, u"id");
        duty.zh = text(entry, u"zh");
        duty.en = text(entry, u"en");
        duty.who = texts(entry, u"who");
        duty.every = text(entry, u"every");
        duty.after = text(entry, u"after");
        if (const TomlValue *limit = entry.find(u"limit")) {
            duty.limit = readLimit(*limit, u"[[duty]] %1 limit"_s.arg(duty.id));
        }
        duty.draw = json(entry, u"draw");
        duty.sheet = text(entry, u"sheet");
        duty.rules = texts(entry, u"rule");
        duty.needsConfirmation = text(entry, u"needsConfirmation");
        return duty;
    }

    /// Nothing for a promised date, and for what was refused.
    std::optional<Limit> readLimit(const TomlValue &table, const QString &label)
    {
        static const QStringList units{u"workdays"_s,
                                       u"days"_s,
                                       u"hours"_s,
                                       u"minutes"_s,
                                       u"workhours"_s,
                                       u"workminutes"_s,
                                       u"sameDay"_s,
                                       u"monthDay"_s,
                                       u"endOfWeek"_s,
                                       u"endOfMonth"_s,
                                       u"promised"_s};
        if (table.kind != TomlValue::Kind::Table) {
            return std::nullopt;
        }
        qsizetype given = 0;
        for (const TomlEntry &entry : table.entries) {
            given += units.contains(entry.key) ? 1 : 0;
        }
        const QString entry = m_source.isEmpty() ? label : m_source + u": "_s + label;
        if (given != 1) {
            // A misspelt unit has been refused already.
            const bool misspelt =
                std::any_of(table.entries.cbegin(), table.entries.cend(), [&](const TomlEntry &e) {
                    return m_faulty.contains(u"limit."_s + e.key);
                });
            if (!misspelt) {
                refuse(u"pack.limit.units"_s,
                       table,
                       {{u"entry"_s, entry}, {u"known"_s, units.join(u", "_s)}});
            }
            return std::nullopt;
        }
        if (table.find(u"promised") != nullptr) {
            return std::nullopt;
        }
        QJsonObject amounts;
        for (const TomlEntry &item : table.entries) {
            if (m_faulty.contains(u"limit."_s + item.key)) {
                return std::nullopt;
            }
            amounts.insert(item.key, json(item.value));
        }
        const auto limit = Limit::fromJson(amounts);
        if (!limit) {
            Args args = limit.error().args;
            args.insert(u"entry"_s, entry);
            refuse(limit.error().code, table, args);
            return std::nullopt;
        }
        return *limit;
    }

    void refuse(const QString &code, const TomlValue &at, const Args &args)
    {
        m_faulty.insert(u"limit.units"_s);
        m_findings.append(Finding{code, Severity::Refusal, {}, args, {}, at.line, at.column});
    }

    EntryPlaces &m_places;
    QSet<QString> &m_faulty;
    Findings &m_findings;
    QString m_source;
};

} // namespace

Regulation buildRegulation(const QVector<PackText> &texts,
                           EntryPlaces &places,
                           QSet<QString> &faulty,
                           Findings &findings)
{
    Builder builder(places, faulty, findings);
    for (const PackText &pack : texts) {
        builder.add(pack);
    }
    return builder.regulation;
}

} // namespace huiyin
