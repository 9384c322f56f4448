// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/steps.h>

#include <algorithm>

namespace huiyin::steps {

namespace {

using namespace Qt::StringLiterals;

bool isMove(const Step &step)
{
    return step.kind == QLatin1StringView(event::kCaseMoved) && !step.struck;
}

bool contains(const QVector<const Step *> &moves, const QString &id)
{
    return std::any_of(
        moves.cbegin(), moves.cend(), [&](const Step *step) { return step->action == id; });
}

Args actionArgs(const MoveRule &rule) { return {{u"action"_s, rule.zh}, {u"actionEn"_s, rule.en}}; }

/// {"<key>": 步骤、步骤, "<key>En": step, step}
void addSteps(Args &args, const Regulation &regulation, const QString &key, const QStringList &ids)
{
    QStringList zh;
    QStringList en;
    for (const QString &id : ids) {
        const MoveRule *move = regulation.move(id);
        zh.append(u'“' + (move == nullptr ? id : move->zh) + u'”');
        en.append(u'“' + (move == nullptr ? id : move->en) + u'”');
    }
    args.insert(key, zh.join(u"、"_s));
    args.insert(key + u"En"_s, en.join(u", "_s));
}

void checkTimes(Course &course, const MoveRule &rule, const QVector<const Step *> &span)
{
    const auto taken = std::count_if(
        span.cbegin(), span.cend(), [&](const Step *step) { return step->action == rule.id; });
    if (rule.atMost == 0 || taken < rule.atMost) {
        return;
    }
    Args args = actionArgs(rule);
    args.insert(u"times"_s, QString::number(rule.atMost));
    if (rule.instead.isEmpty()) {
        course.refuse(u"step.atMost"_s, {}, args, rule.rules);
    } else {
        addSteps(args, course.ground.regulation, u"instead"_s, {rule.instead});
        course.refuse(u"step.atMost.instead"_s, {}, args, rule.rules);
    }
}

void checkClock(Course &course, const MoveRule &rule)
{
    const Clock *clock = course.caseFile.clock(rule.within);
    const bool late = clock != nullptr && (clock->state == ClockState::MetLate ||
                                           (runs(*clock) && clock->due && course.at > *clock->due));
    if (!late) {
        return;
    }
    Args args = actionArgs(rule);
    args.insert(u"clock"_s, clock->label);
    args.insert(u"due"_s, clock->due ? clock->due->toLocalText() : QString());
    course.refuse(u"step.expired"_s, {}, args, rule.rules);
}

} // namespace

QVector<const Step *> movesOfSpan(const CaseFile &caseFile)
{
    QVector<const Step *> moves;
    for (const Step &step : caseFile.steps) {
        if (!isMove(step)) {
            continue;
        }
        if (step.from && step.to && isClosing(*step.from) && !isClosing(*step.to)) {
            moves.clear(); // reopened: a new span begins with this step
        }
        moves.append(&step);
    }
    return moves;
}

QVector<const Step *> movesBefore(const CaseFile &caseFile, const MoveRule &rule)
{
    QVector<const Step *> moves = movesOfSpan(caseFile);
    if (caseFile.stage != Stage::InApproval || !rule.from.contains(Stage::InApproval)) {
        return moves;
    }
    for (qsizetype i = moves.size() - 1; i >= 0; --i) {
        const Step &step = *moves.at(i);
        if (step.to == Stage::InApproval && step.from != Stage::InApproval) {
            return moves.sliced(i);
        }
    }
    return moves;
}

void checkOrder(Course &course, const MoveRule &rule)
{
    const Regulation &regulation = course.ground.regulation;
    checkTimes(course, rule, movesOfSpan(course.caseFile));
    const QVector<const Step *> before = movesBefore(course.caseFile, rule);
    QStringList wanted;
    for (const QString &id : rule.after) {
        if (!contains(before, id)) {
            wanted.append(id);
        }
    }
    if (!wanted.isEmpty()) {
        Args args = actionArgs(rule);
        addSteps(args, regulation, u"steps"_s, wanted);
        course.refuse(u"step.after"_s, {}, args, rule.rules);
    }
    if (!rule.afterAny.isEmpty() &&
        std::none_of(rule.afterAny.cbegin(), rule.afterAny.cend(), [&](const QString &id) {
            return contains(before, id);
        })) {
        Args args = actionArgs(rule);
        addSteps(args, regulation, u"steps"_s, rule.afterAny);
        course.refuse(u"step.afterAny"_s, {}, args, rule.rules);
    }
    for (const QString &id : rule.notAfter) {
        if (contains(before, id)) {
            Args args = actionArgs(rule);
            addSteps(args, regulation, u"steps"_s, {id});
            course.refuse(u"step.notAfter"_s, {}, args, rule.rules);
        }
    }
    if (!rule.within.isEmpty()) {
        checkClock(course, rule);
    }
}

} // namespace huiyin::steps
