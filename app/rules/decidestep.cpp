// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/decide.h>
#include <rules/documentnumber.h>
#include <rules/moneysteps.h>
#include <rules/steps.h>

#include <algorithm>

namespace huiyin {

using namespace Qt::StringLiterals;

namespace steps {

void Course::refuse(const QString &code, const QString &field, Args args, const QStringList &rules)
{
    if (!field.isEmpty()) {
        args = fieldArgs(ground.catalogue, field, std::move(args));
    }
    decision.findings.append({code, Severity::Refusal, field, args, rules.value(0)});
}

void Course::warn(const QString &code, const QString &field, Args args, const QStringList &rules)
{
    if (!field.isEmpty()) {
        args = fieldArgs(ground.catalogue, field, std::move(args));
    }
    decision.findings.append({code, Severity::Warning, field, args, rules.value(0)});
}

QJsonObject Course::readStepFields(const QStringList &own)
{
    QJsonObject rest = input;
    for (const QString &key : own) {
        rest.remove(key);
    }
    FieldsReading reading = readFields(ground.catalogue, rest);
    for (const auto &field : {u"status"_s, u"complaintNo"_s, u"dueAt"_s, u"originalNo"_s}) {
        if (reading.fields.contains(field)) {
            refuse(u"step.readOnly"_s, field);
            reading.fields.remove(field);
        }
    }
    decision.findings += reading.findings;
    return reading.fields;
}

void Course::checkTime()
{
    if (at > ground.now) {
        refuse(u"step.at.future"_s,
               {},
               {{u"at"_s, at.toLocalText()}, {u"now"_s, ground.now.toLocalText()}});
    }
    const auto receivedAt = caseFile.instant(u"receivedAt");
    if (receivedAt && at < *receivedAt) {
        refuse(u"step.at.beforeReceipt"_s,
               {},
               {{u"at"_s, at.toLocalText()}, {u"received"_s, receivedAt->toLocalText()}});
    }
}

void Course::complete(QJsonObject &body, const QJsonObject &fields) const
{
    QJsonObject replaces = caseFile.replacesFor(fields);
    if (body.contains(u"to"_s)) {
        for (auto it = caseFile.steps.crbegin(); it != caseFile.steps.crend(); ++it) {
            if (it->to) {
                replaces.insert(u"@stage"_s, QJsonArray{QString::fromLatin1(it->event.toHex())});
                break;
            }
        }
    }
    if (!replaces.isEmpty()) {
        body.insert(u"replaces"_s, replaces);
    }
    QJsonObject after = caseFile.fields();
    for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
        after.insert(it.key(), it.value());
    }
    QStringList missing = missingFields(ground, after);
    // What was never asked of this case (an old register) is not asked because somebody touched it.
    missing.removeIf([&](const QString &field) {
        return !caseFile.missing.contains(field) && !hasValue(caseFile.fields(), field);
    });
    if (missing != caseFile.missing) {
        body.insert(u"missing"_s, QJsonArray::fromStringList(missing));
    }
}

const Clock *pickClock(const CaseFile &caseFile,
                       const QString &named,
                       const std::function<bool(const Clock &)> &fits)
{
    const Clock *picked = nullptr;
    for (const Clock &clock : caseFile.clocks) {
        if (!runs(clock) || (!named.isEmpty() && clock.id != named) || !fits(clock)) {
            continue;
        }
        if (picked == nullptr || (clock.handling && !picked->handling)) {
            picked = &clock;
        }
    }
    return picked;
}

const ExtensionRule *extensionRule(const Regulation &regulation, const Clock &clock, qint64 wished)
{
    const ClockRule *rule = regulation.clock(clock.id);
    if (rule == nullptr || rule->extend.isEmpty()) {
        return nullptr;
    }
    const auto present = Limit::fromJson(clock.limit);
    for (const ExtensionRule &level : rule->extend) {
        const bool further = !present || present->unit != level.to.unit || level.to.n > present->n;
        if (further && level.to.n >= wished) {
            return &level;
        }
    }
    return &rule->extend.last();
}

QJsonArray tasksAfter(const Ground &ground,
                      const QVector<Clock> &clocks,
                      const QString &action,
                      Instant at,
                      const QJsonObject &fields)
{
    QJsonArray tasks;
    for (const Clock &clock : clocks) {
        if (!runs(clock)) {
            continue;
        }
        tasks.append(QJsonObject{
            {u"task"_s, clock.label},
            {u"who"_s, clock.owner},
            {u"due"_s, clock.due ? QJsonValue(clock.due->utcMs()) : QJsonValue()},
            {u"dueDay"_s, clock.dueDay ? QJsonValue(clock.dueDay->toString()) : QJsonValue()},
            {u"provisional"_s, clock.provisional},
            {u"clause"_s, clock.rules.value(0)},
        });
    }
    for (const DutyRule &duty : ground.regulation.duties) {
        if (duty.every != u"case" || duty.after != action || !duty.when.holds(fields)) {
            continue;
        }
        std::optional<Deadline> due;
        if (duty.limit) {
            if (const auto counted = deadline(ground.calendar, at, *duty.limit, ground.hours, {})) {
                due = *counted;
            }
        }
        tasks.append(QJsonObject{
            {u"task"_s, duty.zh},
            {u"who"_s, duty.who.join(u'、')},
            {u"due"_s, due && due->due ? QJsonValue(due->due->utcMs()) : QJsonValue()},
            {u"dueDay"_s, due && due->dueDay ? QJsonValue(due->dueDay->toString()) : QJsonValue()},
            {u"provisional"_s, due && due->provisional},
            {u"clause"_s, duty.rules.value(0)},
        });
    }
    for (const AdviceShown &advice :
         adviceFor(ground.regulation, action == u"record" ? u"intake"_s : action, fields)) {
        const QStringList items = advice.items.isEmpty() ? QStringList{advice.zh} : advice.items;
        for (const QString &item : items) {
            tasks.append(QJsonObject{{u"task"_s, item},
                                     {u"advice"_s, advice.id},
                                     {u"who"_s, QString()},
                                     {u"due"_s, QJsonValue()},
                                     {u"dueDay"_s, QJsonValue()},
                                     {u"provisional"_s, false},
                                     {u"clause"_s, advice.rules.value(0)}});
        }
    }
    return tasks;
}

} // namespace steps

Decision decideStep(const Ground &ground,
                    const Actor &actor,
                    const CaseFile &caseFile,
                    const QString &action,
                    const QJsonObject &input,
                    std::optional<Instant> at)
{
    steps::Course course{ground, actor, caseFile, input, at.value_or(ground.now)};
    if (caseFile.voided) {
        course.refuse(u"step.voided"_s);
        return course.decision;
    }
    if (caseFile.erased) {
        course.refuse(u"step.erased"_s);
        return course.decision;
    }
    if (keptOut(ground, actor, caseFile)) {
        course.refuse(u"step.keptOut"_s,
                      {},
                      {{u"person"_s, actor.name.isEmpty() ? actor.id : actor.name}},
                      ground.regulation.people.rules);
        return course.decision;
    }
    if (!mayKnow(ground, actor, caseFile)) {
        course.refuse(u"step.notConcerned"_s,
                      {},
                      {{u"person"_s, actor.name.isEmpty() ? actor.id : actor.name}},
                      ground.regulation.people.knowRules);
        return course.decision;
    }
    course.checkTime();
    if (const MoveRule *rule = ground.regulation.move(action)) {
        steps::move(course, *rule);
    } else if (action == u"amend") {
        steps::amend(course);
    } else if (action == u"note") {
        steps::note(course);
    } else if (action == u"extend") {
        steps::extend(course);
    } else if (action == u"pause") {
        steps::pause(course);
    } else if (action == u"resume") {
        steps::resume(course);
    } else if (action == QLatin1StringView(documentstep::kVoid) ||
               action == QLatin1StringView(documentstep::kReissue)) {
        steps::voidDocument(course, action);
    } else if (!steps::money(course, action)) {
        QStringList known;
        for (const MoveRule &move : ground.regulation.moves) {
            known.append(move.id);
        }
        known += {u"amend"_s,
                  u"note"_s,
                  u"extend"_s,
                  u"pause"_s,
                  u"resume"_s,
                  QLatin1StringView(documentstep::kVoid),
                  QLatin1StringView(documentstep::kReissue)};
        known += steps::moneyActions(ground.regulation);
        course.refuse(
            u"step.unknown"_s, {}, {{u"action"_s, action}, {u"known"_s, known.join(u' ')}});
    }
    if (refuses(course.decision.findings)) {
        course.decision.events.clear();
        course.decision.tasks = {};
    }
    return course.decision;
}

} // namespace huiyin
