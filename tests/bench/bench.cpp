// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Measures the figures of the README on a case file of any size, made from a fixed seed, beside the
// bare limits of the machine. huiyin-bench [--cases N]… [--only PART]… [--import ROWS]… [--keep
// FOLDER]

#include <report/statistics.h>
#include <support/logpages.h>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#include "barelimits.h"
#include "benchdesk.h"
#include "measure.h"

using namespace huiyin;
using namespace huiyin::bench;
using namespace Qt::StringLiterals;

namespace {

void measureImport(const QString &folder, qint64 rows, double reachSeconds)
{
    QTemporaryDir scratch(QDir(folder).filePath(u"import-XXXXXX"_s));
    BenchDesk bench(scratch.filePath(u"import.huiyin"_s));
    RegisterMaker maker(kSeed);
    const double seconds = fill(bench, maker, rows, scratch.path()).first();
    report(u"import of %L1 rows"_s.arg(rows),
           u"≤ %1 s"_s.arg(reachSeconds),
           u"%1 s"_s.arg(seconds, 0, 'f', 2),
           u"–"_s,
           seconds <= reachSeconds);
}

void measureSaves(BenchDesk &bench, const QString &folder, qint64 cases)
{
    const Sample bare = bareCommits(folder, 500);
    Sample saves;
    Sample pages;
    support::LogPages log(bench.path());
    for (int i = 0; i < 500; ++i) {
        ComplaintDraft draft;
        draft.fields =
            QJsonObject{{u"kind"_s, u"Complaint"_s},
                        {u"channel"_s, u"Phone"_s},
                        {u"complainantName"_s, u"王某"_s},
                        {u"phone"_s, u"164%1"_s.arg(i, 8, 10, QLatin1Char('0'))},
                        {u"category"_s, u"服务态度"_s},
                        {u"respondentDept"_s, u"物流部"_s},
                        {u"content"_s, u"送货迟到两天，电话无人接听，要求说明原因并道歉。"_s}};
        saves.add(timed([&] { (void)orDie(bench.desk().record(draft), "record"); }));
        pages.add(log.written());
    }
    report(u"one acknowledged save at %L1 cases"_s.arg(cases),
           u"p50 ≤ 10 × bare, p99 ≤ 50 ms"_s,
           u"p50 %1 (%2 ×), p99 %3; p50 %4 pages, p99 %5"_s.arg(ms(saves.p50()))
               .arg(saves.p50() / bare.p50(), 0, 'f', 1)
               .arg(ms(saves.p99()))
               .arg(pages.p50())
               .arg(pages.p99()),
           u"commit p50 %1, p99 %2"_s.arg(ms(bare.p50()), ms(bare.p99())),
           saves.p50() <= 10 * bare.p50() && saves.p99() <= 50);
}

QVector<std::pair<QString, CaseFilter>> queues()
{
    const Instant now = benchNow();
    return {
        {u"open by due"_s, {.open = true}},
        {u"overdue"_s, {.overdueAt = now}},
        {u"due soon"_s, {.dueFrom = now, .dueBefore = now.addMs(2 * kDayMs)}},
        {u"handling"_s, {.stages = {Stage::Handling}}},
        {u"closed"_s, {.stages = {Stage::Closed}, .sort = CaseSort::Received, .descending = true}},
        {u"all"_s, {.sort = CaseSort::Received, .descending = true}},
        {u"by number"_s, {.sort = CaseSort::Number}},
        {u"for me and my department"_s,
         {.open = true, .handler = u"李工"_s, .waitingIn = u"物流部"_s}},
        {u"one department"_s, {.open = true, .departments = {u"物流部"_s}}},
        {u"one category"_s,
         {.categories = {u"服务态度"_s}, .sort = CaseSort::Received, .descending = true}},
        {u"one month"_s,
         {.receivedFrom = Instant::parseLocal(u"2025-06-01 00:00").value(),
          .receivedBefore = Instant::parseLocal(u"2025-07-01 00:00").value(),
          .sort = CaseSort::Received}}};
}

void measurePages(BenchDesk &bench, qint64 cases, double bareMs)
{
    Sample all;
    QString worst;
    double worstMs = 0;
    for (const auto &[name, filter] : queues()) {
        for (int round = 0; round < 20; ++round) {
            Cursor cursor;
            for (int page = 0; page < 4; ++page) {
                CasePage result;
                const double took =
                    timed([&] { result = orDie(bench.reader().page(filter, cursor, 50), "page"); });
                all.add(took);
                if (took > worstMs) {
                    worstMs = took;
                    worst = name;
                }
                cursor = result.next;
                if (cursor.isEmpty()) {
                    break;
                }
            }
        }
    }
    report(u"first and next page of any queue, %L1 cases"_s.arg(cases),
           u"p99 ≤ 10 ms"_s,
           u"p50 %1, p99 %2 (worst %3: %4)"_s.arg(ms(all.p50()), ms(all.p99()), ms(worstMs), worst),
           u"index count %1"_s.arg(ms(bareMs)),
           all.p99() <= 10);
}

void measureOpening(BenchDesk &bench, qint64 cases)
{
    const QVector<qint64> keys = orDie(bench.reader().keys({.sort = CaseSort::Received}), "keys");
    Sample sample;
    for (int i = 0; i < 300; ++i) {
        const auto rows = orDie(
            bench.reader().rows({keys.at(bench.chance().bounded(static_cast<int>(keys.size())))}),
            "rows");
        sample.add(
            timed([&] { (void)orDie(bench.reader().caseFile(rows.first().id), "caseFile"); }));
    }
    report(u"open one case of %L1"_s.arg(cases),
           u"p99 ≤ 20 ms"_s,
           u"p50 %1, p99 %2"_s.arg(ms(sample.p50()), ms(sample.p99())),
           u"–"_s,
           sample.p99() <= 20);
}

void measureSearch(BenchDesk &bench, const RegisterMaker &maker, qint64 cases)
{
    Sample sample;
    bool allFound = true;
    QStringList words = {u"投诉"_s, u"商品"_s, u"邻居"_s, u"道歉"_s, u"门店"_s, u"没有这样的词"_s};
    for (const PlantedWord &planted : RegisterMaker::plantedWords()) {
        words.append(planted.word);
        const qint64 found =
            orDie(bench.reader().search(planted.word, static_cast<int>(cases)), "search").size();
        allFound = allFound && found == maker.rowsWith(planted.word);
    }
    for (const QString &word : words) {
        for (int round = 0; round < 30; ++round) {
            sample.add(timed([&] { (void)orDie(bench.reader().search(word, 50), "search"); }));
        }
    }
    report(u"search of a two-character word, first 50, %L1 cases"_s.arg(cases),
           u"p99 ≤ 20 ms, all hits"_s,
           u"p50 %1, p99 %2, %3"_s.arg(ms(sample.p50()),
                                       ms(sample.p99()),
                                       allFound ? u"all planted words found"_s
                                                : u"**hits missing**"_s),
           u"–"_s,
           sample.p99() <= 20 && allFound);
}

/// S-09 of a month gone by, the middle of the register.
Sample overdueOfPast(BenchDesk &bench)
{
    CaseFilter overdue;
    overdue.overdueThen = Instant::parseLocal(u"2025-02-01 00:00").value();
    Sample sample;
    for (int i = 0; i < 10; ++i) {
        sample.add(timed([&] { (void)orDie(bench.reader().keys(overdue), "overdue"); }));
    }
    return sample;
}

void measureStatistics(BenchDesk &bench, qint64 cases, const QString &folder)
{
    const auto run = [&](QStringView text, Instant now, int rounds) {
        const auto period = orDie(Period::parse(text), "period");
        Sample sample;
        for (int i = 0; i < rounds; ++i) {
            sample.add(timed(
                [&] { (void)orDie(countStatistics(bench.reader(), period, now), "statistics"); }));
        }
        return sample;
    };
    const Sample month = run(u"2025-06", benchNow(), 30);
    const Sample years = run(u"2024-01-01..2025-12-31", benchNow(), 10);
    // In the middle of a working day: what is overdue is counted as of that minute.
    const Instant afternoon = Instant::parseLocal(u"2025-12-30 15:00").value();
    const Sample running = run(u"2025-12", afternoon, 30);
    const auto overdue = orDie(bench.reader().overdueAt({Dimension::Total}, afternoon), "overdue");
    const Sample listed = overdueOfPast(bench);
    const Sample bareMonth =
        bareIndexCount(folder, static_cast<int>(cases), static_cast<int>(cases / 24), 5);
    const Sample bareAll =
        bareIndexCount(folder, static_cast<int>(cases), static_cast<int>(cases), 5);
    report(u"statistics of one month / 24 months, %L1 cases"_s.arg(cases),
           u"≤ 30 ms / ≤ 300 ms"_s,
           u"%1 / %2"_s.arg(ms(month.p50()), ms(years.p50())),
           u"index count %1 / %2"_s.arg(ms(bareMonth.p50()), ms(bareAll.p50())),
           month.p50() <= 30 && years.p50() <= 300);
    report(u"statistics of the running month, %L1 cases, %L2 of them overdue"_s.arg(cases).arg(
               overdue.value(Dimension::Total).value(QString())),
           u"≤ 30 ms"_s,
           ms(running.p50()),
           u"–"_s,
           running.p50() <= 30);
    report(u"cases overdue at the end of a past month, listed, %L1 cases"_s.arg(cases),
           u"≤ 300 ms"_s,
           ms(listed.p50()),
           u"–"_s,
           listed.p50() <= 300);
}

/// The page of tasks reads every open case, on a thread of its own.
void measureTasks(BenchDesk &bench, qint64 cases)
{
    Sample sample;
    qsizetype tasks = 0;
    for (int i = 0; i < 5; ++i) {
        sample.add(timed([&] { tasks = orDie(bench.desk().tasks(false), "tasks").size(); }));
    }
    report(u"list of %L1 tasks at %L2 cases, beside the window's thread"_s.arg(tasks).arg(cases),
           u"–"_s,
           ms(sample.p50()),
           u"–"_s,
           true);
}

/// Starts the window program on the file; it prints "painted MS rss KIB" after its first painted
/// list.
void measureWindow(const QString &file, qint64 cases, double reachSeconds)
{
    const QString program =
        QDir(QCoreApplication::applicationDirPath()).filePath(u"bench-window"_s);
    if (!QFileInfo(program).isExecutable()) {
        std::fprintf(stderr,
                     "start and memory of the window not measured: %s is not built "
                     "(cmake --build … --target bench-window, or packaging/bench for all)\n",
                     qPrintable(program));
        return;
    }
    const auto start = [&](const QStringList &arguments) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        process.setProcessEnvironment(environment);
        process.start(program, arguments);
        process.waitForFinished(60'000);
        return QString::fromUtf8(process.readAllStandardOutput()).simplified().split(u' ');
    };
    const auto number = [&](const QStringList &words, int place) {
        bool ok = false;
        const double value = words.value(place).toDouble(&ok);
        if (!ok) {
            std::fprintf(stderr, "%s ended without a figure\n", qPrintable(program));
            std::exit(3);
        }
        return value;
    };
    Sample painted;
    Sample empty;
    double rssMiB = 0;
    for (int i = 0; i < 6; ++i) {
        const QStringList words = start({file});
        const QStringList bare = start({});
        if (i > 0) { // the first start only warms the caches
            painted.add(number(words, 1));
            empty.add(number(bare, 1));
            rssMiB = std::max(rssMiB, number(words, 3) / 1024);
        }
    }
    report(u"start to first painted list, warm, %L1 cases"_s.arg(cases),
           u"≤ %1 s"_s.arg(reachSeconds),
           ms(painted.p50()),
           u"empty Qt window %1"_s.arg(ms(empty.p50())),
           painted.p50() <= reachSeconds * 1000);
    if (cases >= 1'000'000) {
        report(u"memory of the window, all of %L1 cases listed"_s.arg(cases),
               u"≤ 150 MiB"_s,
               u"%1 MiB"_s.arg(rssMiB, 0, 'f', 0),
               u"–"_s,
               rssMiB <= 150);
    }
}

/// Which parts of a size to measure; empty: all.
bool isWanted(const QStringList &parts, const QString &part)
{
    return parts.isEmpty() || parts.contains(part);
}

void measureSize(const QString &folder, qint64 cases, const QStringList &parts)
{
    const QString file = QDir(folder).filePath(u"bench-%1.huiyin"_s.arg(cases));
    const bool isThere = QFileInfo::exists(file);
    RegisterMaker maker(kSeed);
    {
        BenchDesk bench(file);
        if (!isThere) {
            std::fprintf(stderr, "making %lld cases …\n", static_cast<long long>(cases));
            fill(bench, maker, cases, folder);
        }
        const bool large = cases >= 100'000;
        if (large && isWanted(parts, u"pages"_s)) {
            const double bareMs =
                bareIndexCount(folder, static_cast<int>(std::min<qint64>(cases, 1'000'000)), 50, 20)
                    .p50();
            measurePages(bench, cases, bareMs);
        }
        if (large && isWanted(parts, u"opening"_s)) {
            measureOpening(bench, cases);
        }
        if (large && isWanted(parts, u"search"_s)) {
            if (isThere) {
                // The words planted into a kept file are counted by making its register once more.
                maker.write(u"/dev/null"_s, cases, cases);
            }
            measureSearch(bench, maker, cases);
        }
        if (large && isWanted(parts, u"statistics"_s)) {
            measureStatistics(bench, cases, folder);
        }
        if (large && isWanted(parts, u"tasks"_s)) {
            measureTasks(bench, cases);
        }
        if (large && isWanted(parts, u"saves"_s)) {
            measureSaves(bench, folder, cases);
        }
    }
    if (cases != 100'000 && isWanted(parts, u"window"_s)) {
        measureWindow(file, cases, cases > 2000 ? 0.5 : 0.3);
    }
}

/// A program beside this one that prints rows of its own.
void runBeside(const QString &name, const QStringList &arguments)
{
    const QString program = QDir(QCoreApplication::applicationDirPath()).filePath(name);
    if (QFileInfo(program).isExecutable()) {
        QProcess::execute(program, arguments);
    } else {
        std::fprintf(stderr, "not measured: %s is not built\n", qPrintable(program));
    }
}

/// What is handed in over the cases of one year, by a program of its own: its memory is measured.
void measureReports(const QString &folder)
{
    constexpr qint64 kCases = 100'000;
    const QString file = QDir(folder).filePath(u"bench-year-%1.huiyin"_s.arg(kCases));
    if (!QFileInfo::exists(file)) {
        BenchDesk bench(file);
        RegisterMaker maker(kSeed, QDate(2025, 1, 1), 365);
        std::fprintf(stderr, "making %lld cases of one year …\n", static_cast<long long>(kCases));
        fill(bench, maker, kCases, folder);
    }
    runBeside(u"bench_reports"_s, {file});
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption casesOption(
        u"cases"_s, u"size of a case file to measure; may be given more than once"_s, u"N"_s);
    const QCommandLineOption keepOption(
        u"keep"_s,
        u"keep the case files in this folder and measure those already there"_s,
        u"FOLDER"_s);
    const QCommandLineOption importOption(
        u"import"_s,
        u"measure the import of this many rows only; may be given more than once"_s,
        u"ROWS"_s);
    const QCommandLineOption onlyOption(u"only"_s,
                                        u"measure only this of a size: pages, opening, search, "
                                        u"statistics, tasks, saves, window; or "
                                        u"reports, packs, paper, deadlines"_s,
                                        u"PART"_s);
    parser.addOptions({casesOption, keepOption, importOption, onlyOption});
    parser.addHelpOption();
    parser.process(application);
    QVector<qint64> sizes;
    for (const QString &text : parser.values(casesOption)) {
        sizes.append(text.toLongLong());
    }
    const QStringList parts = parser.values(onlyOption);
    const bool whole = sizes.isEmpty() && parts.isEmpty() && !parser.isSet(importOption);
    if (whole) {
        sizes = {2'000, 100'000, 1'000'000};
    }
    QTemporaryDir scratch(QDir::current().filePath(u"build/bench-XXXXXX"_s));
    const QString folder = parser.isSet(keepOption) ? parser.value(keepOption) : scratch.path();
    QDir().mkpath(folder);

    std::printf(
        "| what | reach | measured | bare limit, same run | reached |\n|---|---|---|---|---|\n");
    std::fflush(stdout);
    for (const qint64 size : sizes) {
        measureSize(folder, size, parts);
    }
    QVector<qint64> imports;
    for (const QString &text : parser.values(importOption)) {
        imports.append(text.toLongLong());
    }
    if (whole) {
        imports = {10'000, 100'000};
    }
    for (const qint64 rows : imports) {
        measureImport(folder, rows, rows <= 10'000 ? 2 : 30);
    }
    const auto asked = [&](const QString &part) { return whole || parts.contains(part); };
    if (asked(u"reports"_s)) {
        measureReports(folder);
    }
    if (asked(u"packs"_s)) {
        runBeside(u"bench_packs"_s, {});
    }
    if (asked(u"paper"_s)) {
        runBeside(u"bench_paper"_s, {});
    }
    if (asked(u"deadlines"_s)) {
        runBeside(u"bench_deadlines"_s, {u"--row"_s});
    }
    return 0;
}
