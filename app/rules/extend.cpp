// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/steps.h>

#include <algorithm>

namespace huiyin::steps {

namespace {

using namespace Qt::StringLiterals;

QString clauseOf(const Regulation &regulation, const Clock &clock)
{
    const ClockRule *rule = regulation.clock(clock.id);
    return rule == nullptr ? clock.rules.value(0) : rule->rules.value(0);
}

/// The person who allowed it: named in the input, else the one who acts. With a roster he must hold
/// one of the roles.
QString approver(Course &course, const QStringList &roles, const QStringList &rules)
{
    const QJsonValue given = course.input.value(u"approver"_s);
    const QString name = normalizedText(
        given.isObject() ? given.toObject().value(u"name"_s).toString() : given.toString(), false);
    const Args args = {{u"roles"_s, rolesText(course.ground.regulation, roles, true)},
                       {u"rolesEn"_s, rolesText(course.ground.regulation, roles, false)},
                       {u"person"_s, name}};
    const QString self = course.actor.name.isEmpty() ? course.actor.id : course.actor.name;
    QString approving = name.isEmpty() ? self : name;
    if (name.isEmpty() || name == course.actor.id || name == course.actor.name) {
        const QString respondents = course.caseFile.text(u"respondentPerson");
        const Right right = rightOf(
            course.actor, roles, [&](const Actor &absent) { return isNamed(absent, respondents); });
        if (!right.given) {
            course.refuse(u"extend.approver"_s, {}, args, rules);
        }
    } else if (!course.ground.people.isEmpty()) {
        const auto &people = course.ground.people;
        const auto person = std::find_if(people.cbegin(), people.cend(), [&](const Actor &one) {
            return one.id == name || one.name == name;
        });
        if (person == people.cend()) {
            course.refuse(u"extend.approver.unknown"_s, {}, args, rules);
        } else if (!rightOf(*person, roles, [&](const Actor &absent) {
                        return isNamed(absent, course.caseFile.text(u"respondentPerson"));
                    }).given) {
            course.refuse(u"extend.approver"_s, {}, args, rules);
        } else {
            approving = person->name.isEmpty() ? person->id : person->name;
        }
    }
    const QString respondent =
        sharedName(course.ground, approving, course.caseFile.text(u"respondentPerson"));
    if (!respondent.isEmpty()) {
        course.refuse(u"extend.recusal"_s, {}, {{u"person"_s, respondent}}, rules);
    }
    return approving;
}

/// The wished total limit: {"workdays":7}, or 7 in the unit of the rule; without one the rule's own
/// total.
std::optional<Limit> wishedLimit(Course &course, const ExtensionRule &rule)
{
    const QJsonValue wished = course.input.value(u"limit"_s);
    if (wished.isUndefined() || wished.isNull()) {
        return rule.to;
    }
    Limit limit = rule.to;
    if (wished.isDouble() && wished.toInteger(-1) > 0) {
        limit.n = wished.toInteger();
    } else if (wished.isObject()) {
        const auto read = Limit::fromJson(wished.toObject());
        if (!read) {
            course.refuse(read.error().code, {}, read.error().args);
            return std::nullopt;
        }
        limit = *read;
    } else {
        course.refuse(u"extend.limit"_s);
        return std::nullopt;
    }
    if (limit.unit != rule.to.unit || limit.n > rule.to.n) {
        course.refuse(u"extend.overCap"_s,
                      {},
                      {{u"limit"_s, limit.toText(true)},
                       {u"limitEn"_s, limit.toText(false)},
                       {u"most"_s, rule.to.toText(true)},
                       {u"mostEn"_s, rule.to.toText(false)}},
                      rule.rules);
        return std::nullopt;
    }
    return limit;
}

/// What the pack wants the request to hold, refused at the field that does not.
void checkDemands(Course &course,
                  const ExtensionRule &rule,
                  const QJsonObject &present,
                  const QJsonObject &entered)
{
    QJsonObject all = present;
    for (auto it = entered.constBegin(); it != entered.constEnd(); ++it) {
        all.insert(it.key(), it.value());
    }
    QStringList asked = rule.demands.fields();
    asked.removeDuplicates();
    for (const QString &field : std::as_const(asked)) {
        QStringList others = asked;
        others.removeAll(field);
        const Condition own = rule.demands.apartFrom(others);
        if (!own.isEmpty() && !own.holds(all)) {
            course.refuse(
                u"extend.demand"_s,
                field,
                fieldArgs(course.ground.catalogue,
                          field,
                          {{u"wanted"_s, wantedText(course.ground.catalogue, own, true)},
                           {u"wantedEn"_s, wantedText(course.ground.catalogue, own, false)}}),
                rule.rules);
        }
    }
}

/// Nobody has been told at a time still to come, nor before he complained.
void checkTold(Course &course, const ExtensionRule &rule, const QJsonObject &entered)
{
    const QString field = u"customerToldAt"_s;
    const auto told = momentOf(course.ground.hours, entered.value(field));
    if (!told || !entered.value(field).isDouble()) {
        return;
    }
    const auto receivedAt = course.caseFile.instant(u"receivedAt");
    const bool future = *told > course.ground.now;
    if (future || (receivedAt && *told < *receivedAt)) {
        course.refuse(future ? u"intake.time.future"_s : u"intake.time.beforeReceipt"_s,
                      field,
                      {{u"at"_s, told->toLocalText()},
                       {u"now"_s, course.ground.now.toLocalText()},
                       {u"received"_s, receivedAt ? receivedAt->toLocalText() : QString()}},
                      rule.rules);
    }
}

/// The number of a wished total, 0 where none is given.
qint64 wishedAmount(const QJsonValue &wished)
{
    if (wished.isDouble()) {
        return wished.toInteger();
    }
    const auto limit = Limit::fromJson(wished.toObject());
    return limit ? limit->n : 0;
}

/// Why no clock can be extended: none runs, or the pack allows none.
void refuseNoClock(Course &course, const QString &named)
{
    for (const Clock &clock : course.caseFile.clocks) {
        if (runs(clock) && (named.isEmpty() || clock.id == named)) {
            course.refuse(
                u"extend.notAllowed"_s,
                {},
                {{u"clock"_s, clock.label}, {u"regulation"_s, course.ground.regulation.zh}},
                {clauseOf(course.ground.regulation, clock)});
            return;
        }
    }
    course.refuse(u"clock.noneRuns"_s);
}

} // namespace

void extend(Course &course)
{
    const Ground &ground = course.ground;
    const QString named = course.input.value(u"clock"_s).toString();
    const Clock *clock = pickClock(course.caseFile, named, [&](const Clock &one) {
        return extensionRule(ground.regulation, one) != nullptr;
    });
    if (clock == nullptr) {
        refuseNoClock(course, named);
        return;
    }
    const ExtensionRule &rule =
        *extensionRule(ground.regulation, *clock, wishedAmount(course.input.value(u"limit"_s)));
    QJsonObject fields =
        course.readStepFields({u"limit"_s, u"reason"_s, u"approver"_s, u"clock"_s});
    QString reason = normalizedText(course.input.value(u"reason"_s).toString(), true);
    if (reason.isEmpty()) {
        reason = fields.value(u"extensionReason"_s).toString();
    } else if (!hasValue(fields, u"extensionReason"_s) &&
               ground.catalogue.field(u"extensionReason") != nullptr) {
        fields.insert(u"extensionReason"_s, reason);
    }
    if (reason.isEmpty()) {
        course.refuse(u"extend.reason"_s, u"extensionReason"_s, {}, rule.rules);
    }
    const QString approvedBy = approver(course, rule.approve, rule.rules);
    if (rule.beforeDue && clock->due && course.at > *clock->due) {
        course.refuse(u"extend.afterDue"_s,
                      {},
                      {{u"due"_s, clock->due->toLocalText()}, {u"at"_s, course.at.toLocalText()}},
                      rule.rules);
    }
    // What was told or agreed to for an earlier extension does not speak for this one.
    const QJsonObject present =
        clock->extensions.isEmpty() ? course.caseFile.fields() : QJsonObject();
    for (const QString &need : rule.needs) {
        if (need != u"extensionReason" && need != u"extendedDueAt" && need != u"approverSign" &&
            !hasValue(fields, need) && !hasValue(present, need)) {
            course.refuse(u"step.needs"_s,
                          need,
                          {{u"action"_s, u"延期"_s},
                           {u"actionEn"_s, u"extend"_s},
                           {u"by"_s, QString()},
                           {u"byEn"_s, QString()}},
                          rule.rules);
        }
    }
    checkDemands(course, rule, present, fields);
    checkTold(course, rule, fields);
    if (!rule.needs.contains(u"customerToldAt"_s) && !hasValue(fields, u"customerToldAt"_s)) {
        course.warn(u"extend.customerNotTold"_s, u"customerToldAt"_s, {}, rule.rules);
    }
    const auto limit = wishedLimit(course, rule);
    if (!limit) {
        return;
    }
    Clock longer = *clock;
    longer.limit = limit->toJson();
    const auto counted = recounted(ground, longer);
    if (!counted) {
        course.refuse(counted.error().code, {}, counted.error().args, rule.rules);
        return;
    }
    if (clock->due && counted->due && *counted->due <= *clock->due) {
        course.refuse(u"extend.notLonger"_s,
                      {},
                      {{u"due"_s, clock->due->toLocalText()},
                       {u"limit"_s, limit->toText(true)},
                       {u"limitEn"_s, limit->toText(false)}},
                      rule.rules);
        return;
    }
    if (counted->dueDay && ground.catalogue.field(u"extendedDueAt") != nullptr) {
        fields.insert(u"extendedDueAt"_s, counted->dueDay->toString());
    }
    QJsonObject body{
        {u"clock"_s, clock->id},
        {u"limit"_s, longer.limit},
        {u"due"_s, counted->due ? QJsonValue(counted->due->utcMs()) : QJsonValue()},
        {u"dueDay"_s, counted->dueDay ? QJsonValue(counted->dueDay->toString()) : QJsonValue()},
        {u"provisional"_s, counted->provisional},
        {u"reason"_s, reason},
        {u"approver"_s, approvedBy},
        {u"fields"_s, fields},
        {u"at"_s, course.at.utcMs()},
        {u"recordedAt"_s, ground.now.utcMs()},
        {u"rules"_s, QJsonArray::fromStringList(rule.rules)},
    };
    for (const auto &key : {u"customerToldAt"_s, u"customerConsent"_s}) {
        if (hasValue(fields, key)) {
            body.insert(key, fields.value(key));
        }
    }
    checkWrites(course, fields, course.caseFile.fields(), u"extend"_s);
    course.complete(body, fields);
    course.decision.events.append(
        {QLatin1StringView(event::kDeadlineExtended), course.caseFile.id, body});
    course.decision.tasks =
        tasksAfter(ground, {*counted}, u"extend"_s, course.at, course.caseFile.fields());
}

void pause(Course &course)
{
    const Ground &ground = course.ground;
    const QString named = course.input.value(u"clock"_s).toString();
    static_cast<void>(course.readStepFields({u"reason"_s, u"approver"_s, u"clock"_s}));
    const auto mayPause = [&](const Clock &clock) {
        const ClockRule *rule = ground.regulation.clock(clock.id);
        return rule != nullptr && rule->pauses && clock.state == ClockState::Running;
    };
    const Clock *clock = pickClock(course.caseFile, named, mayPause);
    if (clock == nullptr) {
        const Clock *any = pickClock(course.caseFile, named, [](const Clock &) { return true; });
        if (any == nullptr) {
            course.refuse(u"clock.noneRuns"_s);
        } else if (any->state == ClockState::Paused) {
            course.refuse(u"pause.already"_s, {}, {{u"clock"_s, any->label}}, any->rules);
        } else {
            course.refuse(u"pause.notAllowed"_s,
                          {},
                          {{u"clock"_s, any->label}, {u"regulation"_s, ground.regulation.zh}},
                          {clauseOf(ground.regulation, *any)});
        }
        return;
    }
    const QString reason = normalizedText(course.input.value(u"reason"_s).toString(), true);
    if (reason.isEmpty()) {
        course.refuse(u"pause.reason"_s, {}, {}, clock->rules);
    }
    if (course.at < clock->startedAt) {
        course.refuse(u"pause.beforeStart"_s,
                      {},
                      {{u"started"_s, clock->startedAt.toLocalText()}},
                      clock->rules);
    }
    if (!clock->pauses.isEmpty() && clock->pauses.last().to &&
        course.at < *clock->pauses.last().to) {
        course.refuse(u"pause.overlaps"_s,
                      {},
                      {{u"until"_s, clock->pauses.last().to->toLocalText()}},
                      clock->rules);
    }
    const ExtensionRule *extension = extensionRule(ground.regulation, *clock);
    const QString approvedBy =
        approver(course, extension == nullptr ? QStringList() : extension->approve, clock->rules);
    course.decision.events.append(
        {QLatin1StringView(event::kDeadlinePaused),
         course.caseFile.id,
         QJsonObject{{u"clock"_s, clock->id},
                     {u"at"_s, course.at.utcMs()},
                     {u"reason"_s, reason},
                     {u"approver"_s, approvedBy},
                     {u"recordedAt"_s, ground.now.utcMs()},
                     {u"rules"_s, QJsonArray::fromStringList(clock->rules)}}});
}

void resume(Course &course)
{
    const Ground &ground = course.ground;
    static_cast<void>(course.readStepFields({u"reason"_s, u"approver"_s, u"clock"_s}));
    const Clock *clock =
        pickClock(course.caseFile, course.input.value(u"clock"_s).toString(), [](const Clock &one) {
            return one.state == ClockState::Paused;
        });
    if (clock == nullptr) {
        course.refuse(u"resume.notPaused"_s);
        return;
    }
    if (course.at < clock->pauses.last().from) {
        course.refuse(u"resume.beforePause"_s,
                      {},
                      {{u"from"_s, clock->pauses.last().from.toLocalText()}},
                      clock->rules);
        return;
    }
    Clock going = *clock;
    going.pauses.last().to = course.at;
    const auto counted = recounted(ground, going);
    if (!counted) {
        course.refuse(counted.error().code, {}, counted.error().args, clock->rules);
        return;
    }
    course.decision.events.append(
        {QLatin1StringView(event::kDeadlineResumed),
         course.caseFile.id,
         QJsonObject{
             {u"clock"_s, clock->id},
             {u"at"_s, course.at.utcMs()},
             {u"reason"_s, normalizedText(course.input.value(u"reason"_s).toString(), true)},
             {u"approver"_s, course.actor.name},
             {u"due"_s, counted->due ? QJsonValue(counted->due->utcMs()) : QJsonValue()},
             {u"dueDay"_s,
              counted->dueDay ? QJsonValue(counted->dueDay->toString()) : QJsonValue()},
             {u"provisional"_s, counted->provisional},
             {u"recordedAt"_s, ground.now.utcMs()},
             {u"rules"_s, QJsonArray::fromStringList(clock->rules)}}});
}

} // namespace huiyin::steps
