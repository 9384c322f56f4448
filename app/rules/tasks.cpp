// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <rules/clocks.h>
#include <rules/deadlines.h>
#include <rules/figure.h>
#include <rules/tasks.h>

#include <QMap>

#include <algorithm>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

/// The moment a rung of the ladder is reached.
std::optional<Instant> rungAt(const Clock &clock, const QString &at)
{
    if (!clock.due) {
        return std::nullopt;
    }
    if (at == u"due") {
        return clock.due;
    }
    if (at == u"overdue") {
        return clock.due->addMs(1);
    }
    bool number = false;
    const double share = at.toDouble(&number);
    if (!number || share < 0) {
        return std::nullopt;
    }
    const auto span = static_cast<double>(*clock.due - clock.startedAt);
    return clock.startedAt.addMs(static_cast<qint64>(span * share));
}

QString rungText(const QString &label, const QString &at, bool chinese)
{
    if (at == u"due") {
        return chinese ? u"%1到期"_s.arg(label) : u"%1 is due"_s.arg(label);
    }
    bool number = false;
    const double share = at.toDouble(&number);
    if (number && share < 1) {
        const int percent = qRound(share * 100);
        return chinese ? u"%1已用%2%"_s.arg(label).arg(percent)
                       : u"%1: %2 % used"_s.arg(label).arg(percent);
    }
    return chinese ? u"%1超期"_s.arg(label) : u"%1 is overdue"_s.arg(label);
}

/// Whom a ladder means: `owner` is whoever owes the clock, a field the person or department the
/// case names there.
QStringList addressees(const QStringList &who, const QString &owner, const CaseFile &caseFile)
{
    QStringList names;
    for (const QString &one : who) {
        const QString meant = one == u"owner" ? owner : one;
        const QString named = caseFile.text(meant);
        const QString name = named.isEmpty() ? meant : named;
        if (!names.contains(name)) {
            names.append(name);
        }
    }
    return names;
}

bool owesNothing(const CaseFile &caseFile)
{
    return caseFile.voided || caseFile.stage == Stage::Declined ||
           caseFile.stage == Stage::Withdrawn;
}

Day monthFirst(int year, int month) { return *Day::of(year, month, 1); }

Day nextMonthFirst(int year, int month)
{
    return month == 12 ? monthFirst(year + 1, 1) : monthFirst(year, month + 1);
}

std::optional<Deadline> dueOf(const Ground &ground, const DutyRule &duty, Instant from)
{
    if (!duty.limit) {
        return std::nullopt;
    }
    const auto counted = deadline(ground.calendar, from, *duty.limit, ground.hours, {});
    return counted ? std::optional(*counted) : std::nullopt;
}

/// The day a duty's limit is counted from: the last of its period; for a limit that means the end
/// of the week or month itself, that week's or month's first.
Day countedFromDay(const DutyRule &duty, const DutyPeriod &period)
{
    if (duty.limit && duty.limit->unit == Unit::EndOfWeek) {
        return dutyPeriod(u"week"_s, period.to).from;
    }
    if (duty.limit && duty.limit->unit == Unit::EndOfMonth) {
        return dutyPeriod(u"month"_s, period.to).from;
    }
    return period.to;
}

} // namespace

QString taskKindId(TaskKind kind)
{
    switch (kind) {
    case TaskKind::Escalation:
        return u"escalation"_s;
    case TaskKind::FollowUp:
        return u"followUp"_s;
    case TaskKind::Duty:
        return u"duty"_s;
    case TaskKind::Advice:
        return u"advice"_s;
    case TaskKind::Count:
        break;
    }
    return u"count"_s;
}

QVector<Task> escalations(const Regulation &regulation, const CaseFile &caseFile, Instant now)
{
    QVector<Task> tasks;
    if (caseFile.voided) {
        return tasks;
    }
    for (const Clock &clock : caseFile.clocks) {
        const ClockRule *rule = regulation.clock(clock.id);
        if (rule == nullptr || clock.state != ClockState::Running) {
            continue;
        }
        for (const TellRule &tell : rule->tell) {
            const auto reached = rungAt(clock, tell.at);
            if (!reached || *reached > now) {
                continue;
            }
            Task task;
            task.id = u"escalation:%1:%2"_s.arg(clock.id, tell.at);
            task.kind = TaskKind::Escalation;
            task.zh = rungText(rule->zh, tell.at, true);
            task.en = rungText(rule->en.isEmpty() ? rule->zh : rule->en, tell.at, false);
            task.who = addressees(tell.who, clock.owner, caseFile);
            task.caseId = caseFile.id;
            task.caseNo = caseFile.caseNo;
            task.since = *reached;
            task.due = clock.due;
            task.provisional = clock.provisional;
            task.rules = clock.rules;
            tasks.append(task);
        }
    }
    std::stable_sort(
        tasks.begin(), tasks.end(), [](const Task &a, const Task &b) { return a.since < b.since; });
    return tasks;
}

QVector<Task> followUps(const Ground &ground, const CaseFile &caseFile)
{
    QVector<Task> tasks;
    if (owesNothing(caseFile)) {
        return tasks;
    }
    std::optional<QJsonObject> fields; // put together for the few cases that have a cause
    for (const DutyRule &duty : ground.regulation.duties) {
        if (duty.every != u"case") {
            continue;
        }
        const Step *cause = nullptr;
        for (const Step &step : caseFile.steps) {
            if (step.struck) {
                continue;
            }
            if (step.action == duty.after) {
                cause = &step;
            } else if (duty.doneBy.contains(step.action)) {
                cause = nullptr;
            }
        }
        if (cause == nullptr) {
            continue;
        }
        if (!fields) {
            fields = withOverdue(caseFile.fields(), caseFile, ground.now);
        }
        if (!duty.when.holds(*fields)) {
            continue;
        }
        Task task;
        task.id = u"followUp:"_s + duty.id;
        task.kind = TaskKind::FollowUp;
        task.zh = duty.zh;
        task.en = duty.en.isEmpty() ? duty.zh : duty.en;
        task.who = addressees(duty.who, {}, caseFile);
        task.caseId = caseFile.id;
        task.caseNo = caseFile.caseNo;
        task.since = cause->at;
        if (const auto due = dueOf(ground, duty, cause->at)) {
            task.due = due->due;
            task.provisional = due->provisional;
        }
        task.rules = duty.rules;
        tasks.append(task);
    }
    return tasks;
}

QVector<Task> advised(const Regulation &regulation, const CaseFile &caseFile, Instant now)
{
    QVector<Task> tasks;
    if (!caseFile.isOpen() || regulation.advice.isEmpty()) {
        return tasks;
    }
    const QJsonObject fields = withOverdue(caseFile.fields(), caseFile, now);
    const auto taken = [&](const QString &action) {
        return std::any_of(caseFile.steps.cbegin(), caseFile.steps.cend(), [&](const Step &step) {
            return step.action == action && !step.struck;
        });
    };
    for (const AdviceRule &advice : regulation.advice) {
        if (!advice.when.holds(fields)) {
            continue;
        }
        // A proposal is followed once its values stand; a checklist goes with the step it is given
        // on and stays before people's eyes while the case is open.
        bool owed = (advice.proposes.isEmpty() || !advice.items.isEmpty()) &&
                    std::any_of(advice.on.cbegin(), advice.on.cend(), [&](const QString &on) {
                        return on == u"intake" || taken(on);
                    });
        for (auto it = advice.proposes.constBegin(); it != advice.proposes.constEnd(); ++it) {
            owed = owed || fields.value(it.key()) != it.value();
        }
        if (!owed) {
            continue;
        }
        Task task;
        task.id = u"advice:"_s + advice.id;
        task.kind = TaskKind::Advice;
        task.zh = advice.zh;
        task.en = advice.en.isEmpty() ? advice.zh : advice.en;
        for (const QString &on : advice.on) {
            if (const MoveRule *move = regulation.move(on)) {
                task.who = move->by;
                break;
            }
        }
        task.caseId = caseFile.id;
        task.caseNo = caseFile.caseNo;
        task.since = caseFile.instant(u"receivedAt").value_or(Instant::fromUtcMs(0));
        task.rules = advice.rules;
        tasks.append(task);
    }
    return tasks;
}

DutyPeriod dutyPeriod(const QString &every, Day day)
{
    const int year = day.year();
    if (every == u"week") {
        const Day monday = day.addDays(1 - day.dayOfWeek());
        int weekYear = 0;
        const int week = monday.toDate().weekNumber(&weekYear);
        return {u"%1-W%2"_s.arg(weekYear).arg(week, 2, 10, '0'_L1), monday, monday.addDays(6)};
    }
    if (every == u"month") {
        return {day.toString().chopped(3),
                monthFirst(year, day.month()),
                nextMonthFirst(year, day.month()).addDays(-1)};
    }
    if (every == u"quarter") {
        const int quarter = (day.month() - 1) / 3;
        return {u"%1-Q%2"_s.arg(year).arg(quarter + 1),
                monthFirst(year, quarter * 3 + 1),
                nextMonthFirst(year, quarter * 3 + 3).addDays(-1)};
    }
    if (every == u"year") {
        return {QString::number(year), monthFirst(year, 1), monthFirst(year + 1, 1).addDays(-1)};
    }
    return {day.toString(), day, day};
}

QVector<Task> duties(const Ground &ground, Day since, const QSet<QString> &done)
{
    QVector<Task> tasks;
    const Day today = ground.now.localDay();
    for (const DutyRule &duty : ground.regulation.duties) {
        if (duty.every == u"case") {
            continue;
        }
        // The day's own duty of weeks ago helps nobody; the rest stays until somebody has done it.
        const Day first = duty.every == u"day" ? std::max(since, today.addDays(-1)) : since;
        for (DutyPeriod period = dutyPeriod(duty.every, first); period.from <= today;
             period = dutyPeriod(duty.every, period.to.addDays(1))) {
            if (done.contains(duty.id + u':' + period.id)) {
                continue;
            }
            const auto due =
                dueOf(ground, duty, Instant::fromLocal(countedFromDay(duty, period), 0));
            const bool inside = !due || !due->dueDay || *due->dueDay <= period.to;
            const Day arises = inside ? period.from : period.to.addDays(1);
            if (arises > today) {
                continue;
            }
            Task task;
            task.id = u"duty:%1:%2"_s.arg(duty.id, period.id);
            task.kind = TaskKind::Duty;
            task.zh = u"%1（%2）"_s.arg(duty.zh, period.id);
            task.en = u"%1 (%2)"_s.arg(duty.en.isEmpty() ? duty.zh : duty.en, period.id);
            task.who = duty.who;
            task.since = Instant::fromLocal(arises, 0);
            task.due = due ? due->due : Instant::fromLocal(period.to, ground.hours.closeMs);
            task.provisional = due && due->provisional;
            task.rules = duty.rules;
            tasks.append(task);
        }
    }
    std::stable_sort(tasks.begin(), tasks.end(), comesBefore);
    return tasks;
}

namespace {

/// Months since year 0.
int monthOf(Day day) { return day.year() * 12 + day.month() - 1; }

int unitMonths(const QString &unit) { return unit == u"quarters" ? 3 : unit == u"years" ? 12 : 1; }

/// The first month of the unit that `month` lies in, `back` units earlier.
int unitStart(const QString &unit, int month, int back)
{
    const int length = unitMonths(unit);
    return (month / length - back) * length;
}

/// Of a whole number, an amount in fen or a decimal text, × Figure::kScale; what is finer than four
/// places is cut.
qint64 scaledValue(const QJsonValue &value)
{
    if (!value.isString()) {
        return shareOf(value.toInteger(), Figure::kScale, 1).value_or(0);
    }
    constexpr qsizetype kPlaces = 5; // the point and four digits
    const QString text = value.toString();
    const qsizetype point = text.indexOf(u'.');
    return scaledOf(point < 0 ? text : text.left(point + kPlaces)).value_or(0);
}

struct Sum
{
    qint64 cases = 0;
    qint64 of = 0; ///< × Figure::kScale: amounts of goods may be fractions
    qint64 to = 0;

    void add(const CountRule &rule, const QJsonObject &fields)
    {
        ++cases;
        of += scaledValue(fields.value(rule.ratioOf));
        to += scaledValue(fields.value(rule.ratioTo));
    }

    [[nodiscard]] bool reaches(const CountRule &rule) const
    {
        if (rule.ratioOf.isEmpty()) {
            return cases >= rule.atLeast && rule.atLeast > 0;
        }
        return to > 0 && isAbove(of, to, rule.ratioAbove);
    }
};

/// Where a day is counted: its month, or by days the day itself.
int slotOf(const CountRule &rule, Day day)
{
    return rule.unit == u"days" ? static_cast<int>(day.number()) : monthOf(day);
}

/// The first of the last days that a counter by days looks at, today included.
int firstDay(const CountRule &rule, Day today)
{
    return static_cast<int>(today.number()) - rule.span + 1;
}

/// The day on which the last days came to what the counter asks, nothing if they have not.
std::optional<Day> reachedBy(const CountRule &rule, const QMap<int, Sum> &days, Day today)
{
    Sum all;
    for (auto it = days.lowerBound(firstDay(rule, today)); it != days.cend(); ++it) {
        all.cases += it->cases;
        all.of += it->of;
        all.to += it->to;
        if (all.reaches(rule)) {
            return Day::fromNumber(it.key());
        }
    }
    return std::nullopt;
}

/// The first day of the month in which the counter is reached, nothing if it is not.
std::optional<Day> reachedIn(const CountRule &rule, const QMap<int, Sum> &months, int present)
{
    const auto dayOf = [](int month) { return monthFirst(month / 12, month % 12 + 1); };
    if (rule.unit != u"running") {
        const int first = unitStart(rule.unit, present, rule.span - 1);
        Sum all;
        for (auto it = months.lowerBound(first); it != months.cend(); ++it) {
            all.cases += it->cases;
            all.of += it->of;
            all.to += it->to;
        }
        return all.reaches(rule) ? std::optional(dayOf(first)) : std::nullopt;
    }
    for (const int last : {present, present - 1}) {
        bool each = true;
        for (int month = last - rule.span + 1; month <= last; ++month) {
            each = each && months.value(month).reaches(rule);
        }
        if (each) {
            return dayOf(last);
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<Day> countedFrom(const Regulation &regulation, Day today)
{
    std::optional<Day> first;
    for (const CountRule &rule : regulation.counters) {
        if (rule.unit == u"days") {
            const Day from = Day::fromNumber(firstDay(rule, today));
            first = first ? std::min(*first, from) : from;
            continue;
        }
        const int back = rule.unit == u"running" ? rule.span : rule.span - 1;
        const int month = unitStart(rule.unit, monthOf(today), back);
        const Day from = monthFirst(month / 12, month % 12 + 1);
        first = first ? std::min(*first, from) : from;
    }
    return first;
}

QVector<Task> counts(const Regulation &regulation, const QVector<CountedCase> &cases, Instant now)
{
    QVector<Task> tasks;
    const Day today = now.localDay();
    for (const CountRule &rule : regulation.counters) {
        QMap<QString, QMap<int, Sum>> parties;
        for (const CountedCase &one : cases) {
            if (!rule.when.holds(one.fields)) {
                continue;
            }
            const QString party = one.fields.value(rule.by).toString();
            if (rule.by.isEmpty() || !party.isEmpty()) {
                parties[party][slotOf(rule, one.receivedAt.localDay())].add(rule, one.fields);
            }
        }
        for (auto it = parties.cbegin(); it != parties.cend(); ++it) {
            const auto since = rule.unit == u"days" ? reachedBy(rule, it.value(), today)
                                                    : reachedIn(rule, it.value(), monthOf(today));
            if (!since) {
                continue;
            }
            const QString party = it.key();
            Task task;
            task.id =
                party.isEmpty() ? u"count:"_s + rule.id : u"count:%1:%2"_s.arg(rule.id, party);
            task.kind = TaskKind::Count;
            task.zh = party.isEmpty() ? rule.then : u"%1：%2"_s.arg(party, rule.then);
            const QString then = rule.thenEn.isEmpty() ? rule.then : rule.thenEn;
            task.en = party.isEmpty() ? then : u"%1: %2"_s.arg(party, then);
            task.who = rule.who;
            task.since = Instant::fromLocal(*since, 0);
            task.rules = rule.rules;
            tasks.append(task);
        }
    }
    return tasks;
}

bool comesBefore(const Task &a, const Task &b)
{
    return a.due.has_value() != b.due.has_value()
               ? a.due.has_value()
               : a.due.value_or(a.since) < b.due.value_or(b.since);
}

bool concerns(const Task &task, const Actor &actor)
{
    if (actor.unrestricted || task.who.isEmpty()) {
        return true;
    }
    return std::any_of(task.who.cbegin(), task.who.cend(), [&](const QString &who) {
        return actor.roles.contains(who) || who == actor.department || who == actor.id ||
               who == actor.name;
    });
}

} // namespace huiyin
