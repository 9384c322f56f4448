// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/steps.h>

#include <algorithm>

namespace huiyin::steps {

namespace {

using namespace Qt::StringLiterals;

/// The move whose time a field is: what to take instead of correcting it in.
QString moveStamping(const Regulation &regulation, const QString &field)
{
    for (const MoveRule &move : regulation.moves) {
        if (move.stamps == field || move.needs.contains(field)) {
            return move.zh;
        }
    }
    return {};
}

void checkFields(Course &course, const QJsonObject &fields)
{
    const Ground &ground = course.ground;
    if (fields.isEmpty() && !refuses(course.decision.findings)) {
        course.refuse(u"amend.nothing"_s);
    }
    for (const Clock &clock : course.caseFile.clocks) {
        if (runs(clock) && hasValue(fields, clock.stops)) {
            course.refuse(u"amend.useStep"_s,
                          clock.stops,
                          {{u"action"_s, moveStamping(ground.regulation, clock.stops)}},
                          clock.rules);
        }
    }
    if (fields.contains(u"closedAt"_s)) {
        course.refuse(u"amend.useStep"_s,
                      u"closedAt"_s,
                      {{u"action"_s, moveStamping(ground.regulation, u"closedAt"_s)}});
    }
    if (!fields.contains(u"receivedAt"_s)) {
        return;
    }
    const auto receivedAt = momentOf(ground.hours, fields.value(u"receivedAt"_s));
    if (!receivedAt) {
        course.refuse(u"amend.receivedAt.empty"_s, u"receivedAt"_s);
    } else if (*receivedAt > ground.now) {
        course.refuse(u"intake.receivedAt.future"_s,
                      u"receivedAt"_s,
                      {{u"at"_s, receivedAt->toLocalText()}, {u"now"_s, ground.now.toLocalText()}});
    } else if (receivedAt->localDay() < ground.calendar.coverageFrom()) {
        course.refuse(u"intake.receivedAt.beforeCalendar"_s,
                      u"receivedAt"_s,
                      {{u"at"_s, receivedAt->toLocalText()},
                       {u"from"_s, ground.calendar.coverageFrom().toString()}});
    }
}

} // namespace

void amend(Course &course)
{
    const QString reason = normalizedText(course.input.value(u"reason"_s).toString(), true);
    const QJsonObject fields = course.readStepFields({u"reason"_s});
    if (reason.isEmpty()) {
        course.refuse(u"amend.reason"_s);
    }
    checkFields(course, fields);
    if (refuses(course.decision.findings)) {
        return;
    }
    const QJsonObject before = course.caseFile.fields();
    QJsonObject changed;
    for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
        const bool wasEmpty = !hasValue(before, it.key());
        if (before.value(it.key()) != it.value() && !(wasEmpty && it.value().isNull())) {
            changed.insert(it.key(), it.value());
        }
    }
    if (changed.isEmpty()) {
        course.refuse(u"amend.same"_s);
        return;
    }
    QJsonObject after = before;
    for (auto it = changed.constBegin(); it != changed.constEnd(); ++it) {
        after.insert(it.key(), it.value());
    }
    // What registering asked for is not taken out again; an old register may never have had it.
    for (const OneOfRule &group : groupsToRegister(course.ground.regulation)) {
        const auto had = [&](const QString &id) { return hasValue(before, id); };
        const auto has = [&](const QString &id) { return hasValue(after, id); };
        if (std::any_of(group.fields.cbegin(), group.fields.cend(), had) &&
            std::none_of(group.fields.cbegin(), group.fields.cend(), has)) {
            course.refuse(u"intake.oneOf"_s,
                          group.fields.value(0),
                          groupArgs(course.ground.catalogue, group),
                          group.rules);
        }
    }
    if (refuses(course.decision.findings)) {
        return;
    }
    if (course.caseFile.isOpen()) {
        checkTimesWritten(course, changed);
    }
    checkWrites(course, changed, after, u"amend"_s);
    checkSigning(course, changed, after, nullptr);
    checkRespondent(course, changed, after, nullptr);
    if (refuses(course.decision.findings)) {
        return;
    }
    QJsonObject body{{u"fields"_s, changed},
                     {u"reason"_s, reason},
                     {u"at"_s, course.at.utcMs()},
                     {u"recordedAt"_s, course.ground.now.utcMs()}};
    course.complete(body, changed);
    course.decision.events.append({QLatin1StringView(event::kFieldSet), course.caseFile.id, body});
    QVector<Clock> clocks = course.caseFile.clocks;
    followClocks(course, before, after, reason, true, {}, clocks);
    course.decision.tasks = tasksAfter(course.ground, clocks, u"amend"_s, course.at, after);
}

void note(Course &course)
{
    const QString text = normalizedText(
        course.input.value(u"text"_s).toString(course.input.value(u"note"_s).toString()), true);
    if (text.isEmpty()) {
        course.refuse(u"note.empty"_s);
    }
    for (const QString &key : course.input.keys()) {
        if (key != u"text" && key != u"note" && key != u"kind") {
            course.refuse(u"note.unknownKey"_s, {}, {{u"name"_s, key}});
        }
    }
    course.decision.events.append(
        {QLatin1StringView(event::kNoteAdded),
         course.caseFile.id,
         QJsonObject{{u"kind"_s, course.input.value(u"kind"_s).toString(u"note"_s)},
                     {u"text"_s, text},
                     {u"at"_s, course.at.utcMs()},
                     {u"recordedAt"_s, course.ground.now.utcMs()}}});
}

} // namespace huiyin::steps
