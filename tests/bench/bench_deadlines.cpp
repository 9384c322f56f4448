// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// One million times "3 working days", by the prefix table and by a plain walk over the days in the
// same run. Ends with 1 if the two disagree.

#include <rules/workcalendar.h>

#include <QElapsedTimer>
#include <QFile>

#include <cstdio>
#include <vector>

using namespace huiyin;

namespace {

constexpr int kRounds = 1'000'000;

Day walk(const WorkCalendar &calendar, Day day, qint64 n)
{
    while (n > 0) {
        day = day.addDays(1);
        n -= calendar.isWorkingDay(day) ? 1 : 0;
    }
    return day;
}

} // namespace

int main()
{
    QFile file(QStringLiteral(":/huiyin/calendars/cn-workdays.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        return 2;
    }
    const auto calendar = WorkCalendar::fromJson(file.readAll());
    if (!calendar) {
        return 2;
    }
    // Receipts spread over all covered years in no order the processor could guess.
    std::vector<Day> receipts;
    receipts.reserve(kRounds);
    const qint64 span = calendar->coverageTo() - calendar->coverageFrom();
    quint32 seed = 1;
    for (int i = 0; i < kRounds; ++i) {
        seed = seed * 1664525U + 1013904223U;
        receipts.push_back(calendar->coverageFrom().addDays(static_cast<qint64>(seed >> 4) % span));
    }
    QElapsedTimer timer;
    timer.start();
    qint64 bySum = 0;
    for (const Day day : receipts) {
        bySum += calendar->addWorkingDays(day, 3).number();
    }
    const double table = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    timer.start();
    qint64 walked = 0;
    for (const Day day : receipts) {
        walked += walk(*calendar, day, 3).number();
    }
    const double plain = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    std::printf("3 working days x %d: table %.4f s, day walk %.4f s, ratio %.1f, sums %s\n",
                kRounds,
                table,
                plain,
                plain / table,
                bySum == walked ? "equal" : "DIFFERENT");
    return bySum == walked ? 0 : 1;
}
