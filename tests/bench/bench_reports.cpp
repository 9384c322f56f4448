// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What handing in costs, over a case file of one year: the register as a workbook, the papers of a
// meeting. bench_reports CASE-FILE

#include <paper/meetingpages.h>
#include <report/fileremarks.h>
#include <report/ledger.h>

#include <QFile>
#include <QGuiApplication>
#include <QTemporaryDir>

#include <ctime>

#include "benchdesk.h"
#include "measure.h"

using namespace huiyin;
using namespace huiyin::bench;
using namespace Qt::StringLiterals;

namespace {

/// The most memory this process has held, in MiB.
double peakMiB()
{
    QFile status(u"/proc/self/status"_s);
    if (status.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : status.readAll().split('\n')) {
            if (line.startsWith("VmHWM:")) {
                return line.mid(6).simplified().split(' ').first().toDouble() / 1024;
            }
        }
    }
    return 0;
}

/// Processor time since `from`: what a busy machine does not blur.
QString processor(std::clock_t from)
{
    return u"%1 s of processor time"_s.arg(
        static_cast<double>(std::clock() - from) / CLOCKS_PER_SEC, 0, 'f', 2);
}

QString seconds(double ms) { return u"%1 s"_s.arg(ms / 1000, 0, 'f', 2); }

bool tellWorkbook(BenchDesk &bench, const QString &path)
{
    CaseFilter year;
    year.receivedFrom = Instant::parseLocal(u"2025-01-01 00:00").value();
    year.receivedBefore = Instant::parseLocal(u"2026-01-01 00:00").value();
    year.sort = CaseSort::Received;
    qint64 rows = 0;
    qint64 told = 0;
    const std::clock_t from = std::clock();
    const double took = timed([&] {
        const auto written = exportRegister(
            bench.reader(),
            year,
            RegisterFormat::Xlsx,
            path,
            tableWords(bench.desk(), Language::Chinese),
            [&told](qint64, qint64) {
                ++told;
                return true;
            },
            fileRemarks(bench.desk(), Language::Chinese, u"2025"_s));
        rows = orDie(written, "workbook");
    });
    const double memory = peakMiB();
    const bool reached = took <= 8000 && memory <= 200 && told > 0;
    report(u"workbook (.xlsx) of %L1 rows, with progress"_s.arg(rows),
           u"≤ 8 s, ≤ 200 MiB"_s,
           u"%1, %2 MiB"_s.arg(seconds(took)).arg(memory, 0, 'f', 0),
           processor(from),
           reached);
    return reached;
}

bool tellMeeting(BenchDesk &bench, const QString &path)
{
    const auto period = orDie(Period::parse(u"2025"), "period");
    const std::clock_t from = std::clock();
    int pages = 0;
    qint64 received = 0;
    const double took = timed([&] {
        const auto papers = orDie(readMeeting(bench.desk(), period), "meeting");
        received = papers.statistics.total.received;
        pages =
            orDie(writePdf(layOutMeeting(bench.desk(), papers, Language::Chinese), path), "pdf");
    });
    const bool reached = took <= 3000 && pages > 0;
    report(u"papers of a meeting over %L1 cases of the year, %2 pages"_s.arg(received).arg(pages),
           u"≤ 3 s"_s,
           seconds(took),
           processor(from),
           reached);
    return reached;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    const QString file = QGuiApplication::arguments().value(1);
    if (!QFile::exists(file)) {
        std::fprintf(stderr, "bench_reports CASE-FILE: the case file of one year\n");
        return 2;
    }
    const QTemporaryDir folder;
    BenchDesk bench(file);
    const bool workbook = tellWorkbook(bench, folder.filePath(u"register.xlsx"_s));
    const bool meeting = tellMeeting(bench, folder.filePath(u"meeting.pdf"_s));
    return workbook && meeting ? 0 : 1;
}
