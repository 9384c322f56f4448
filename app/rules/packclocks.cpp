// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/packentries.h>
#include <rules/tomlaccess.h>

#include <algorithm>

namespace huiyin {

using namespace Qt::Literals::StringLiterals;
using namespace tomlaccess;

ClockRule EntryReader::clock(const TomlValue &entry)
{
    ClockRule clock;
    clock.id = text(entry, u"id");
    clock.zh = text(entry, u"zh");
    clock.en = text(entry, u"en");
    clock.when = condition(entry);
    clock.starts = text(entry, u"starts");
    clock.stops = text(entry, u"stops");
    clock.endedBy = texts(entry, u"endedBy");
    clock.owner = text(entry, u"owner");
    clock.handling = flag(entry, u"handling");
    clock.pauses = flag(entry, u"pauses");
    clock.rules = texts(entry, u"rule");
    clock.needsConfirmation = text(entry, u"needsConfirmation");
    const QString label = u"[[clock]] "_s + clock.id;
    if (const TomlValue *limit = entry.find(u"limit")) {
        clock.promisedField = text(*limit, u"promised");
        clock.limit = this->limit(*limit, label + u" limit"_s);
    }
    for (const TomlValue &item : items(entry, u"tell")) {
        const TomlValue *at = item.find(u"at");
        const bool isWord = at == nullptr || at->kind == TomlValue::Kind::String;
        clock.tell.append(
            {isWord ? text(item, u"at") : QString::number(at->number), texts(item, u"who")});
    }
    clock.line = text(entry, u"line");
    if (const TomlValue *extend = entry.find(u"extend")) {
        const QVector<TomlValue> single{*extend};
        const bool levels = extend->kind == TomlValue::Kind::Array;
        for (const TomlValue &level : levels ? extend->items : single) {
            clock.extend.append(extension(level, label));
        }
    }
    return clock;
}

DutyRule EntryReader::duty(const TomlValue &entry)
{
    DutyRule duty;
    duty.id = text(entry, u"id");
    duty.zh = text(entry, u"zh");
    duty.en = text(entry, u"en");
    duty.who = texts(entry, u"who");
    duty.every = text(entry, u"every");
    duty.after = text(entry, u"after");
    duty.doneBy = texts(entry, u"doneBy");
    if (const TomlValue *limit = entry.find(u"limit")) {
        duty.limit = this->limit(*limit, u"[[duty]] %1 limit"_s.arg(duty.id));
    }
    duty.when = condition(entry);
    duty.report = text(entry, u"report");
    duty.draw = json(entry, u"draw");
    duty.sheet = text(entry, u"sheet");
    duty.rules = texts(entry, u"rule");
    duty.needsConfirmation = text(entry, u"needsConfirmation");
    return duty;
}

ExtensionRule EntryReader::extension(const TomlValue &table, const QString &label)
{
    ExtensionRule rule;
    if (const TomlValue *to = table.find(u"to")) {
        rule.to = limit(*to, label + u" extend to"_s).value_or(Limit());
    }
    rule.needs = texts(table, u"needs");
    rule.demands = condition(table, u"demands");
    rule.approve = texts(table, u"approve");
    rule.beforeDue = text(table, u"before") == u"due";
    rule.sheet = text(table, u"sheet");
    rule.rules = texts(table, u"rule");
    rule.needsConfirmation = text(table, u"needsConfirmation");
    return rule;
}

/// Nothing for a promised date, and for what was refused.
std::optional<Limit> EntryReader::limit(const TomlValue &table, const QString &label)
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
    const QString entry = placed(label);
    if (given != 1) {
        // A misspelt unit has been refused already.
        const bool misspelt =
            std::any_of(table.entries.cbegin(), table.entries.cend(), [&](const TomlEntry &e) {
                return m_faulty.contains(u"limit."_s + e.key);
            });
        if (!misspelt) {
            refuse(u"pack.limit.units"_s,
                   table,
                   {{u"entry"_s, entry}, {u"known"_s, units.join(u", "_s)}},
                   u"limit.units"_s);
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
        refuse(limit.error().code, table, args, u"limit.units"_s);
        return std::nullopt;
    }
    return *limit;
}

} // namespace huiyin
