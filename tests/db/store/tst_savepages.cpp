// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <support/logpages.h>
#include <support/tempstore.h>

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace huiyin;
using namespace huiyin::support;

namespace {

const Instant kNow = Instant::fromUtcMs(1'770'000'000'000);
const QStringList kDepartments{u"物流部"_s, u"维修部"_s, u"客服部"_s, u"财务部"_s};

/// The i-th complaint of a register that has something in every list.
NewEvent complaint(TempStore &desk, int i)
{
    const Instant received = kNow.addMs(i * 60'000LL);
    return opening(desk.newCaseId(received),
                   {{u"kind"_s, i % 9 == 0 ? u"Inquiry"_s : u"Complaint"_s},
                    {u"category"_s, u"类别%1"_s.arg(i % 7)},
                    {u"respondentDept"_s, kDepartments.at(i % kDepartments.size())},
                    {u"complainantName"_s, u"王某"_s},
                    {u"phone"_s, u"164%1"_s.arg(i, 8, 10, QLatin1Char('0'))},
                    {u"content"_s, u"送货迟到两天，电话无人接听，要求说明原因并道歉。"_s}},
                   received,
                   Stage::Accepted,
                   {handlingClock(received, received.addMs(3 * kDayMs))});
}

void record(TempStore &desk, const QVector<NewEvent> &events)
{
    const auto done =
        desk.log().append({.actor = u"li"_s, .now = kNow, .events = events, .expected = {}});
    if (!done) {
        qFatal("%s", qUtf8Printable(done.error().detail));
    }
}

} // namespace

/// What a save costs, as a count that no busy machine changes: pages written to the log.
class TestSavePages : public QObject
{
    Q_OBJECT

private slots:

    void aRecordedComplaintWritesFewPages()
    {
        TempStore desk;
        constexpr int kRegister = 1500;
        QVector<NewEvent> events;
        for (int i = 0; i < kRegister; ++i) {
            events.append(complaint(desk, i));
        }
        record(desk, events);
        LogPages log(desk.path());
        QVector<quint32> pages;
        for (int i = 0; i < 15; ++i) { // the sixteenth may merge the word index
            record(desk, {complaint(desk, kRegister + i)});
            pages.append(log.written());
        }
        std::sort(pages.begin(), pages.end());
        QVERIFY2(pages.at(7) > 20 && pages.at(7) <= 31, qPrintable(QString::number(pages.at(7))));
        QVERIFY2(pages.last() <= 45, qPrintable(QString::number(pages.last())));
    }
};

QTEST_GUILESS_MAIN(TestSavePages)
#include "tst_savepages.moc"
