// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/desk.h>
#include <desk/deskstate.h>
#include <desk/publishedyear.h>
#include <rules/notice.h>

#include <algorithm>

namespace huiyin {

namespace {

using namespace Qt::StringLiterals;

QVector<SpecialDay> without(const QVector<SpecialDay> &days, const QVector<SpecialDay> &others)
{
    QVector<SpecialDay> rest;
    std::copy_if(days.cbegin(), days.cend(), std::back_inserter(rest), [&](const SpecialDay &day) {
        return !others.contains(day);
    });
    return rest;
}

WorkCalendar withYears(WorkCalendar calendar, const QVector<YearTable> &years)
{
    for (const YearTable &year : years) {
        calendar = calendar.with(year);
    }
    return calendar;
}

} // namespace

CalendarPlan Desk::planCalendar(const QByteArray &fileOrText, const Progress &progress) const
{
    CalendarPlan plan;
    const auto read = readCalendarFile(fileOrText, plan.findings, &calendar());
    if (!read) {
        plan.findings.append(findingOf(read.error()));
    }
    if (refuses(plan.findings)) {
        return plan;
    }
    plan.table = *read;
    for (const YearTable &year : {*read}) {
        const auto &present = calendar().years();
        const auto same = std::find_if(present.cbegin(), present.cend(), [&](const YearTable &one) {
            return one.year == year.year;
        });
        const QVector<SpecialDay> before =
            same == present.cend() ? QVector<SpecialDay>() : same->days;
        const QVector<SpecialDay> added = without(year.days, before);
        const QVector<SpecialDay> removed = without(before, year.days);
        if (same != present.cend() && added.isEmpty() && removed.isEmpty()) {
            continue;
        }
        plan.years.append(year);
        plan.added += added;
        plan.removed += removed;
    }
    if (plan.years.isEmpty()) {
        plan.findings.append({u"calendar.plan.nothing"_s, Severity::Hint});
        return plan;
    }
    const WorkCalendar after = withYears(calendar(), plan.years);
    const auto open = m_state->reader.openCases();
    if (!open) {
        plan.findings.append(findingOf(open.error()));
        return plan;
    }
    qint64 done = 0;
    for (const CaseId &id : *open) {
        if (progress && !progress(done++, open->size())) {
            plan.moved.clear();
            plan.findings.append(findingOf(Error{u"store.cancelled"_s}));
            return plan;
        }
        const auto caseFile = m_state->reader.caseFile(id);
        if (!caseFile) {
            plan.moved.clear();
            plan.findings.append(findingOf(caseFile.error()));
            return plan;
        }
        Ground ground{
            regulationOf(*caseFile), after, library().catalogue, hours(), officeCode(), now()};
        const Decision decision = decideRecount(ground, *caseFile, {});
        for (const NewEvent &event : decision.events) {
            const Clock clock = Clock::fromJson(event.body.value("clock"_L1).toObject());
            const Clock *before = caseFile->clock(clock.id);
            plan.moved.append({id,
                               caseFile->caseNo,
                               clock.label,
                               before == nullptr ? std::nullopt : before->due,
                               clock.due});
        }
    }
    return plan;
}

Result<Outcome> Desk::applyCalendar(const CalendarPlan &plan, const Progress &progress)
{
    Outcome outcome{plan.findings, std::nullopt, {}};
    if (refuses(outcome.findings) || plan.years.isEmpty()) {
        return outcome;
    }
    const Instant now = this->now();
    const WorkCalendar after = withYears(calendar(), plan.years);
    if (const auto allowed = m_state->mayWrite(); !allowed) {
        return allowed.error();
    }
    const auto open = m_state->reader.openCases();
    if (!open) {
        return open.error();
    }
    Batch batch{.actor = actor().id, .now = now, .events = {}, .cases = *open};
    QStringList names;
    for (const YearTable &year : plan.years) {
        names.append(QString::number(year.year));
        batch.events.append(
            {QLatin1StringView(event::kConfigPublished),
             std::nullopt,
             QJsonObject{
                 {u"name"_s, QLatin1StringView(config::kCalendar) + QString::number(year.year)},
                 {u"value"_s, QString::fromUtf8(yearToJson(year))}}});
    }
    const QString reason = u"节假日安排更新："_s + names.join(u'、');
    const QString office = officeCode();
    bool moved = false;
    batch.revise = [&](const CaseFile &caseFile) {
        const Ground ground{
            regulationOf(caseFile), after, library().catalogue, hours(), office, now};
        const QVector<NewEvent> events = decideRecount(ground, caseFile, reason).events;
        moved = moved || !events.isEmpty();
        return events;
    };
    const auto recorded = m_state->log.append(batch, progress);
    if (!recorded) {
        return recorded.error();
    }
    m_state->refresh();
    emit calendarChanged();
    if (moved) {
        emit registerChanged();
    }
    return outcome;
}

bool Desk::nextYearMissing() const
{
    const Day today = now().localDay();
    const int wanted = today.month() >= 11 ? today.year() + 1 : today.year();
    const auto lastDay = Day::of(wanted, 12, 31);
    return lastDay && calendar().coverageTo() < *lastDay;
}

} // namespace huiyin
