// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/clocks.h>

#include <algorithm>

namespace huiyin {

using namespace Qt::StringLiterals;

namespace {

/// What the customer said, in one of its lengths.
const QStringList kStory{u"content"_s, u"contentBrief"_s, u"title"_s};

} // namespace

bool hasValue(const QJsonObject &fields, const QString &id)
{
    const QJsonValue value = fields.value(id);
    return !value.isUndefined() && !value.isNull() &&
           !(value.isString() && value.toString().isEmpty());
}

std::optional<Instant> momentOf(const OfficeHours &hours, const QJsonValue &value)
{
    if (value.isDouble()) {
        return Instant::fromUtcMs(value.toInteger());
    }
    if (value.isString()) {
        if (const auto day = Day::parse(value.toString())) {
            return Instant::fromLocal(*day, hours.closeMs);
        }
    }
    return std::nullopt;
}

QVector<PauseSpan> pausesOf(const Clock &clock)
{
    QVector<PauseSpan> spans;
    for (const ClockPause &pause : clock.pauses) {
        spans.append({pause.from, pause.to});
    }
    return spans;
}

Result<std::optional<Clock>> startClock(const Ground &ground,
                                        const ClockRule &rule,
                                        Instant startedAt,
                                        const QJsonObject &fields)
{
    Clock clock;
    clock.id = rule.id;
    clock.label = rule.zh;
    clock.owner = rule.owner;
    clock.handling = rule.handling;
    clock.stops = rule.stops;
    clock.startedAt = startedAt;
    clock.rules = rule.rules;
    if (rule.limit) {
        clock.limit = rule.limit->toJson();
        auto counted = recounted(ground, clock);
        if (!counted) {
            return counted.error();
        }
        return std::optional(*counted);
    }
    const auto promised = momentOf(ground.hours, fields.value(rule.promisedField));
    if (!promised) {
        return std::optional<Clock>();
    }
    if (*promised < startedAt) {
        return Error{u"clock.promised.beforeStart"_s,
                     {{u"clock"_s, rule.zh}, {u"promised"_s, promised->localDay().toString()}}};
    }
    clock.due = promised;
    clock.dueDay = promised->localDay();
    return std::optional(clock);
}

Result<QVector<Clock>> clocksOfFields(const Ground &ground, const QJsonObject &fields)
{
    QVector<Clock> clocks;
    for (const ClockRule &rule : ground.regulation.clocks) {
        if (rule.starts.startsWith("move:"_L1) || !rule.when.holds(fields)) {
            continue;
        }
        const auto startedAt = momentOf(ground.hours, fields.value(rule.starts));
        if (!startedAt) {
            continue;
        }
        auto clock = startClock(ground, rule, *startedAt, fields);
        if (!clock) {
            return clock.error();
        }
        if (*clock) {
            clocks.append(**clock);
        }
    }
    return clocks;
}

void stopClock(const Ground &ground, Clock &clock, Instant at)
{
    const Instant stop = std::max(at, clock.startedAt);
    QVector<PauseSpan> pauses = pausesOf(clock);
    clock.stoppedAt = stop;
    clock.workedMin = workedMinutes(ground.calendar, clock.startedAt, stop, ground.hours, pauses);
    clock.workdays =
        clock.handling ? workdaysUsed(ground.calendar, clock.startedAt, stop, ground.hours, pauses)
                       : std::nullopt;
    clock.state = !clock.due || stop <= *clock.due ? ClockState::Met : ClockState::MetLate;
}

QJsonObject withOverdue(QJsonObject fields, const CaseFile &caseFile, Instant at)
{
    QJsonArray late;
    for (const Clock &clock : caseFile.clocks) {
        const bool ranOut = clock.state == ClockState::MetLate ||
                            (clock.state == ClockState::Running && clock.due && at > *clock.due);
        if (ranOut && !late.contains(clock.id)) {
            late.append(clock.id);
        }
    }
    fields.insert(QLatin1StringView(kOverdue), late);
    return fields;
}

Result<Clock> recounted(const Ground &ground, Clock clock)
{
    if (clock.limit.isEmpty()) {
        return clock;
    }
    const auto limit = Limit::fromJson(clock.limit);
    if (!limit) {
        return limit.error();
    }
    const auto counted =
        deadline(ground.calendar, clock.startedAt, *limit, ground.hours, pausesOf(clock));
    if (!counted) {
        return counted.error();
    }
    clock.due = counted->due;
    clock.dueDay = counted->dueDay;
    clock.provisional = counted->provisional;
    return clock;
}

QString fieldLabel(const FieldCatalogue &catalogue, const QString &id)
{
    const FieldDef *field = catalogue.field(id);
    return field == nullptr ? id : field->zh;
}

Args fieldArgs(const FieldCatalogue &catalogue, const QString &id, Args args)
{
    const FieldDef *field = catalogue.field(id);
    args.insert(u"field"_s, field == nullptr ? id : field->zh);
    args.insert(u"fieldEn"_s, field == nullptr || field->en.isEmpty() ? id : field->en);
    return args;
}

QStringList missingFields(const Ground &ground, const QJsonObject &fields)
{
    QStringList missing;
    for (const QString &id : ground.regulation.intakeNeeds) {
        if (!hasValue(fields, id)) {
            missing.append(id);
        }
    }
    // A category is enough to register; the story itself is still wanted.
    const auto has = [&](const QString &id) { return hasValue(fields, id); };
    if (std::none_of(kStory.cbegin(), kStory.cend(), has) && !missing.contains(kStory.first())) {
        missing.append(kStory.first());
    }
    for (const OneOfRule &group : ground.regulation.intakeOneOf) {
        if (std::none_of(group.fields.cbegin(), group.fields.cend(), has) &&
            !missing.contains(group.fields.value(0))) {
            missing.append(group.fields.value(0));
        }
    }
    return missing;
}

Args groupArgs(const FieldCatalogue &catalogue, const OneOfRule &group)
{
    QStringList zh;
    QStringList en;
    for (const QString &id : group.fields) {
        const Args labels = fieldArgs(catalogue, id);
        zh.append(labels.value(u"field"_s));
        en.append(labels.value(u"fieldEn"_s));
    }
    return {{u"fields"_s, zh.join(u"或"_s)}, {u"fieldsEn"_s, en.join(u" or "_s)}};
}

QVector<OneOfRule> groupsToRegister(const Regulation &regulation)
{
    QVector<OneOfRule> groups{{{u"phone"_s, u"complainantName"_s}, {}, {}}};
    if (regulation.intakeOneOf.isEmpty()) {
        groups.append({kStory + QStringList{u"category"_s}, {}, {}});
    }
    groups += regulation.intakeOneOf;
    for (OneOfRule &group : groups) {
        if (group.rules.isEmpty()) {
            group.rules = regulation.intakeRules;
        }
    }
    return groups;
}

} // namespace huiyin
