// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/spent.h>
#include <rules/steps.h>

#include <algorithm>

namespace huiyin::steps {

namespace {

using namespace Qt::StringLiterals;

QString stagesText(const Regulation &regulation, const QVector<Stage> &stages, bool chinese)
{
    QStringList words;
    for (const Stage stage : stages) {
        const StageRule *rule = regulation.stage(stage);
        const QString word = rule == nullptr ? QString() : chinese ? rule->zh : rule->en;
        words.append(word.isEmpty() ? stageId(stage) : word);
    }
    return words.join(chinese ? u"、"_s : u", "_s);
}

/// What was written at the first ear changes only by a correction that keeps the old words.
bool isOriginal(const QString &field)
{
    static const QStringList originals = {u"receivedAt"_s,
                                          u"kind"_s,
                                          u"content"_s,
                                          u"registeredBy"_s,
                                          u"receivedBy"_s,
                                          u"registeredAt"_s};
    return originals.contains(field);
}

void checkRight(Course &course, const MoveRule &rule)
{
    const Ground &ground = course.ground;
    const Args action = {{u"action"_s, rule.zh}, {u"actionEn"_s, rule.en}};
    if (!rule.from.contains(course.caseFile.stage)) {
        Args args = action;
        args.insert(u"stage"_s, stagesText(ground.regulation, {course.caseFile.stage}, true));
        args.insert(u"stageEn"_s, stagesText(ground.regulation, {course.caseFile.stage}, false));
        args.insert(u"from"_s, stagesText(ground.regulation, rule.from, true));
        args.insert(u"fromEn"_s, stagesText(ground.regulation, rule.from, false));
        course.refuse(u"step.wrongStage"_s, {}, args, rule.rules);
    }
    const QString why =
        recusal(ground, course.actor, course.caseFile, course.caseFile.fields(), rule.forbidden);
    if (why.startsWith("move:"_L1)) {
        const MoveRule *taken = ground.regulation.move(QStringView(why).mid(5));
        Args args = action;
        args.insert(u"person"_s, course.actor.name.isEmpty() ? course.actor.id : course.actor.name);
        args.insert(u"step"_s, taken == nullptr ? why : taken->zh);
        args.insert(u"stepEn"_s, taken == nullptr ? why : taken->en);
        course.refuse(u"step.separate"_s, {}, args, rule.rules);
    } else if (!why.isEmpty()) {
        Args args = action;
        args.insert(u"person"_s, course.actor.name.isEmpty() ? course.actor.id : course.actor.name);
        args.insert(u"why"_s,
                    ground.regulation.role(why) != nullptr
                        ? rolesText(ground.regulation, {why}, true)
                        : fieldLabel(ground.catalogue, why));
        course.refuse(u"step.recusal"_s, {}, args, rule.rules);
    }
}

void checkOriginals(Course &course, const QJsonObject &fields, const MoveRule &rule)
{
    const QJsonObject present = course.caseFile.fields();
    for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
        if (isOriginal(it.key()) && hasValue(present, it.key()) &&
            present.value(it.key()) != it.value()) {
            course.refuse(u"step.useAmend"_s, it.key(), {}, rule.rules);
        }
    }
}

/// The step's own moment field: the input's value where it gives one, else when the step happened.
void stamp(Course &course, const QString &field, QJsonObject &fields)
{
    if (field.isEmpty()) {
        return;
    }
    const FieldDef *def = course.ground.catalogue.field(field);
    if (!hasValue(fields, field)) {
        fields.insert(field,
                      def != nullptr && def->type == FieldType::Date
                          ? QJsonValue(course.at.localDay().toString())
                          : QJsonValue(course.at.utcMs()));
        return;
    }
    const auto given = momentOf(course.ground.hours, fields.value(field));
    if (given && fields.value(field).isDouble()) {
        const auto receivedAt = course.caseFile.instant(u"receivedAt");
        if (*given > course.ground.now || (receivedAt && *given < *receivedAt)) {
            course.refuse(*given > course.ground.now ? u"intake.time.future"_s
                                                     : u"intake.time.beforeReceipt"_s,
                          field,
                          {{u"at"_s, given->toLocalText()},
                           {u"now"_s, course.ground.now.toLocalText()},
                           {u"received"_s, receivedAt ? receivedAt->toLocalText() : QString()}});
        } else {
            course.at = *given;
        }
    }
}

/// The step's condition looks at the case with what the person enters and at the step's own moment,
/// not at the constants it would write: those cannot open the step that sets them.
void checkWhen(Course &course, const MoveRule &rule, const QJsonObject &entered)
{
    QJsonObject fields = course.caseFile.fields();
    for (auto it = entered.constBegin(); it != entered.constEnd(); ++it) {
        fields.insert(it.key(), it.value());
    }
    const QJsonObject asked = withOverdue(fields, course.caseFile, course.at);
    if (!rule.when.holds(asked)) {
        const StepWords unmet = unmetText(course.ground, rule.when, asked);
        course.refuse(u"step.condition"_s,
                      {},
                      {{u"action"_s, rule.zh},
                       {u"actionEn"_s, rule.en},
                       {u"unmet"_s, unmet.zh},
                       {u"unmetEn"_s, unmet.en}},
                      rule.rules);
    }
}

/// A step that leads on hardly came before the one that led here. It may: the one before may have
/// been entered late, so this is only said.
void warnOfTurnedTimes(Course &course, const MoveRule &rule)
{
    const QVector<const Step *> moves = movesOfSpan(course.caseFile);
    const auto before =
        std::find_if(moves.crbegin(), moves.crend(), [](const Step *step) { return step->to; });
    if (!rule.to || before == moves.crend() || course.at >= (*before)->at) {
        return;
    }
    const MoveRule *last = course.ground.regulation.move((*before)->action);
    course.warn(u"step.at.beforeLast"_s,
                {},
                {{u"at"_s, course.at.toLocalText()},
                 {u"last"_s, (*before)->at.toLocalText()},
                 {u"step"_s, last == nullptr ? (*before)->action : last->zh},
                 {u"stepEn"_s, last == nullptr ? (*before)->action : last->en}},
                rule.rules);
}

struct ClockChanges
{
    QJsonArray started;
    QJsonArray stopped;
    QVector<Clock> after;
    QStringList settled; ///< clocks the step itself started or stopped
};

/// Who was complained about, or had a hand in what forbids the step, is not stood in for.
Right rightToMove(const Ground &ground,
                  const Actor &actor,
                  const MoveRule &rule,
                  const QJsonObject &fields,
                  const CaseFile *caseFile)
{
    return rightOf(actor, rule.by, [&](const Actor &absent) {
        return isNamed(absent, fields.value(u"respondentPerson"_s).toString()) ||
               (caseFile != nullptr &&
                !recusal(ground, absent, *caseFile, caseFile->fields(), rule.forbidden).isEmpty());
    });
}

/// The pack's own values; a clerk cannot write others.
/// Stands in `sets` for whoever takes the step: `sets = { gmSign = "@actor" }`.
const auto kActorSigns = u"@actor"_s;

/// The actor's signature with the time of the step; a deputy says for whom.
QJsonObject signatureOf(const Course &course, const MoveRule &rule)
{
    const Right right =
        rightToMove(course.ground, course.actor, rule, course.caseFile.fields(), &course.caseFile);
    const QString own = course.actor.name.isEmpty() ? course.actor.id : course.actor.name;
    return {
        {u"name"_s, right.through == nullptr ? own : u"%1（代%2）"_s.arg(own, right.through->name)},
        {u"at"_s, course.at.utcMs()}};
}

void writeConstants(Course &course, const MoveRule &rule, QJsonObject &fields)
{
    for (auto it = rule.sets.constBegin(); it != rule.sets.constEnd(); ++it) {
        if (it.value().toObject().value(u"name"_s) == kActorSigns) {
            if (!hasValue(fields, it.key())) {
                fields.insert(it.key(), signatureOf(course, rule));
            }
            continue;
        }
        if (it.value().isNull() && !hasValue(fields, it.key()) &&
            !hasValue(course.caseFile.fields(), it.key())) {
            continue; // nothing there to take back
        }
        if (hasValue(fields, it.key()) && fields.value(it.key()) != it.value()) {
            course.refuse(u"step.fixed"_s,
                          it.key(),
                          {{u"action"_s, rule.zh}, {u"actionEn"_s, rule.en}},
                          rule.rules);
        }
        fields.insert(it.key(), it.value());
    }
}

/// Whether the clock has run, or runs, in the present stay of the case in the open.
bool isOfSpan(const Course &course, const QString &clockId)
{
    const Clock *clock = course.caseFile.clock(clockId);
    return clock != nullptr && clock->state != ClockState::Cancelled &&
           (runs(*clock) || course.caseFile.spans.isEmpty() ||
            !course.caseFile.spans.last().reopened ||
            clock->startedAt >= course.caseFile.spans.last().openedAt);
}

void stopClocks(const Course &course,
                const MoveRule &rule,
                const QJsonObject &fields,
                ClockChanges &changes)
{
    // What is filed after its closing keeps the clocks of what came later: a rectification, a loan.
    const bool closes = rule.to && isClosing(*rule.to) && !isClosing(course.caseFile.stage);
    for (Clock &clock : changes.after) {
        if (!runs(clock)) {
            continue;
        }
        auto stop = hasValue(fields, clock.stops)
                        ? momentOf(course.ground.hours, fields.value(clock.stops))
                        : std::nullopt;
        if (stop && !fields.value(clock.stops).isDouble()) {
            stop = std::min(*stop,
                            course.at); // a bare date cannot be later than the step that gives it
        }
        const ClockRule *clockRule = course.ground.regulation.clock(clock.id);
        const bool passesOn = clockRule != nullptr && clockRule->endedBy.contains(rule.id);
        if (!stop && (closes || passesOn)) {
            stop = course.at;
        }
        if (stop) {
            stopClock(course.ground, clock, *stop);
            changes.settled.append(clock.id);
            QJsonObject stopped{{u"clock"_s, clock.id},
                                {u"at"_s, clock.stoppedAt->utcMs()},
                                {u"workedMin"_s, *clock.workedMin}};
            if (clock.workdays) {
                stopped.insert(u"workdays"_s, *clock.workdays);
            }
            changes.stopped.append(stopped);
        }
    }
}

void startClocks(Course &course,
                 const MoveRule &rule,
                 const QJsonObject &fields,
                 const QJsonObject &all,
                 ClockChanges &changes)
{
    const Ground &ground = course.ground;
    const bool reopens = isClosing(course.caseFile.stage) && rule.to && !isClosing(*rule.to);
    const bool closes = rule.to && isClosing(*rule.to) && !isClosing(course.caseFile.stage);
    if (closes) {
        return;
    }
    for (const ClockRule &clockRule : ground.regulation.clocks) {
        std::optional<Instant> startedAt;
        const bool known = !reopens && isOfSpan(course, clockRule.id);
        if (clockRule.starts == u"move:"_s + rule.id) {
            startedAt = course.at;
        } else if (reopens && clockRule.starts == u"receivedAt") {
            startedAt = course.at; // a reopened case is received anew
        } else if (!known && !clockRule.starts.startsWith("move:"_L1) &&
                   (fields.contains(clockRule.starts) ||
                    fields.contains(clockRule.promisedField))) {
            startedAt = momentOf(ground.hours, all.value(clockRule.starts));
        }
        if (!startedAt || !clockRule.when.holds(all)) {
            continue;
        }
        const bool running =
            std::any_of(changes.after.cbegin(), changes.after.cend(), [&](const Clock &clock) {
                return clock.id == clockRule.id && runs(clock);
            });
        if (running) {
            continue; // a second transfer does not restart the clock
        }
        // A promise of the first handling binds nobody after the reopening; one made now does.
        const bool promises = fields.contains(clockRule.promisedField);
        auto clock =
            startClock(ground,
                       clockRule,
                       *startedAt,
                       reopens && !promises ? withoutPromisesBefore(ground, *startedAt, all) : all);
        if (!clock) {
            course.refuse(
                clock.error().code, clockRule.promisedField, clock.error().args, clockRule.rules);
        } else if (*clock) {
            changes.started.append((*clock)->toJson());
            changes.after.append(**clock);
            changes.settled.append(clockRule.id);
        }
    }
}

/// Which steps record what is missing, where it is not for typing; that an earlier round gave it.
Args recordedBy(const Ground &ground,
                const MoveRule &rule,
                const QStringList &fields,
                const QStringList &spent)
{
    if (std::any_of(fields.cbegin(), fields.cend(), [&](const QString &field) {
            return spent.contains(field);
        })) {
        return {{u"by"_s, u"；上一轮填的不算，要重新填"_s},
                {u"byEn"_s, u"; what an earlier round gave does not count, enter it anew"_s}};
    }
    QStringList zh;
    QStringList en;
    for (const QString &field : fields) {
        if (isOthersTime(ground.regulation, rule, field)) {
            const StepWords words = stepsTiming(ground.regulation, field);
            zh.append(words.zh);
            en.append(words.en);
        }
    }
    return {{u"by"_s, zh.isEmpty() ? QString() : u"，由%1这一步记下"_s.arg(zh.join(u'、'))},
            {u"byEn"_s, en.isEmpty() ? QString() : u", recorded by %1"_s.arg(en.join(u", "_s))}};
}

} // namespace

Findings obstacles(const Ground &ground,
                   const Actor &actor,
                   const MoveRule &rule,
                   const QJsonObject &values,
                   const CaseFile *caseFile,
                   const QJsonObject &entered)
{
    // What a step rests on belongs to this handling, not to the one before the reopening.
    QJsonObject fields = values;
    QStringList spent;
    if (caseFile != nullptr) {
        fields = withoutEarlierPromises(ground, *caseFile, std::move(fields));
        fields = withoutEarlierTimes(ground.regulation, *caseFile, std::move(fields));
        spent = spentFields(*caseFile, rule);
        spent.removeIf([&](const QString &field) { return hasValue(entered, field); });
    }
    const auto isGiven = [&](const QString &field) {
        return hasValue(fields, field) && !spent.contains(field);
    };
    const QJsonObject asked =
        caseFile == nullptr ? fields : withOverdue(fields, *caseFile, ground.now);
    Findings findings;
    const Args action = {{u"action"_s, rule.zh}, {u"actionEn"_s, rule.en}};
    if (!rightToMove(ground, actor, rule, fields, caseFile).given) {
        Args args = action;
        args.insert(u"roles"_s, rolesText(ground.regulation, rule.by, true));
        args.insert(u"rolesEn"_s, rolesText(ground.regulation, rule.by, false));
        findings.append({u"step.role"_s, Severity::Refusal, {}, args, rule.rules.value(0)});
    }
    for (const QString &need : rule.needs) {
        if (!isGiven(need)) {
            Args args = fieldArgs(ground.catalogue, need, action);
            args.insert(recordedBy(ground, rule, {need}, spent));
            findings.append({u"step.needs"_s, Severity::Refusal, need, args, rule.rules.value(0)});
        }
    }
    for (const OneOfRule &group : rule.oneOf) {
        if (std::any_of(group.fields.cbegin(), group.fields.cend(), isGiven) ||
            !group.when.holds(asked)) {
            continue;
        }
        Args args = groupArgs(ground.catalogue, group);
        args.insert(action);
        args.insert(recordedBy(ground, rule, group.fields, spent));
        findings.append({u"step.needsOneOf"_s,
                         Severity::Refusal,
                         group.fields.value(0),
                         args,
                         group.rules.isEmpty() ? rule.rules.value(0) : group.rules.value(0)});
    }
    return findings;
}

void move(Course &course, const MoveRule &rule)
{
    const Ground &ground = course.ground;
    checkRight(course, rule);
    checkOrder(course, rule);
    QStringList own{u"reason"_s};
    if (!rule.answers.isEmpty()) {
        own += {u"partResult"_s, QLatin1StringView(part::kDept)};
    }
    QJsonObject fields = course.readStepFields(own);
    checkOriginals(course, fields, rule);
    checkTimesEntered(course, fields, rule);
    QJsonObject entered = fields;
    writeConstants(course, rule, fields);
    if (!rule.answers.isEmpty()) {
        answerPart(course, rule, fields);
    }
    QJsonObject written = fields;
    for (auto it = rule.sets.constBegin(); it != rule.sets.constEnd(); ++it) {
        if (it.value().isNull() && !entered.contains(it.key())) {
            written.remove(it.key()); // the pack takes it back, whoever takes the step
        }
    }
    const QString reason = normalizedText(course.input.value(u"reason"_s).toString(), true);
    if (rule.reason && reason.isEmpty()) {
        course.refuse(
            u"step.reason"_s, {}, {{u"action"_s, rule.zh}, {u"actionEn"_s, rule.en}}, rule.rules);
    }
    stamp(course, rule.stamps, fields);
    if (fields.contains(rule.stamps)) {
        entered.insert(rule.stamps, fields.value(rule.stamps));
    }
    checkWhen(course, rule, entered);
    warnOfTurnedTimes(course, rule);
    const bool closes = rule.to && isClosing(*rule.to) && !isClosing(course.caseFile.stage);
    if (closes && ground.catalogue.field(u"closedAt") != nullptr) {
        stamp(course, u"closedAt"_s, fields);
    }
    QJsonObject all = course.caseFile.fields();
    for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
        all.insert(it.key(), it.value());
    }
    course.decision.findings +=
        obstacles(ground, course.actor, rule, all, &course.caseFile, fields);
    checkWrites(course, written, all, rule.id);
    checkSigning(course, written, all, &rule);
    checkRespondent(course, fields, all, &rule);
    checkParts(course, rule, all);
    ClockChanges changes;
    changes.after = course.caseFile.clocks;
    stopClocks(course, rule, fields, changes);
    startClocks(course, rule, fields, all, changes);
    if (refuses(course.decision.findings)) {
        return;
    }
    QJsonObject body{
        {u"action"_s, rule.id},
        {u"from"_s, stageId(course.caseFile.stage)},
        {u"fields"_s, fields},
        {u"started"_s, changes.started},
        {u"stopped"_s, changes.stopped},
        {u"at"_s, course.at.utcMs()},
        {u"recordedAt"_s, ground.now.utcMs()},
        {u"rules"_s, QJsonArray::fromStringList(rule.rules)},
    };
    noteActingFor(body, rightToMove(ground, course.actor, rule, all, &course.caseFile));
    if (rule.to) {
        body.insert(u"to"_s, stageId(*rule.to));
    }
    if (!reason.isEmpty()) {
        body.insert(u"reason"_s, reason);
    }
    course.complete(body, fields);
    // What the new values change about other clocks is recorded after the step itself.
    course.decision.events.append({QLatin1StringView(event::kCaseMoved), course.caseFile.id, {}});
    if (!(rule.to && isClosing(*rule.to)) && course.caseFile.isOpen()) {
        followClocks(course,
                     course.caseFile.fields(),
                     all,
                     u"“%1”改变了适用的时限"_s.arg(rule.zh),
                     false,
                     changes.settled,
                     changes.after);
    }
    course.decision.tasks = tasksAfter(
        ground, changes.after, rule.id, course.at, withOverdue(all, course.caseFile, course.at));
    body.insert(u"tasks"_s, course.decision.tasks);
    course.decision.events.first().body = body;
}

} // namespace huiyin::steps
