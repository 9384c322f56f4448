// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What regulations cost: reading all packs, deciding a step of a long case, counting 20,000 running
// clocks anew after a new holiday list. Prints rows of the README's table; ends with 1 if one
// misses.

#include <desk/desk.h>
#include <store/store.h>

#include <QCoreApplication>
#include <QTemporaryDir>

#include <cstdlib>
#include <ctime>
#include <random>

#include "measure.h"

using namespace huiyin;
using namespace huiyin::bench;
using namespace Qt::StringLiterals;

namespace {

/// Processor milliseconds of this process since `from`: what a busy machine does not blur.
QString processor(std::clock_t from, int rounds = 1)
{
    return u"%1 ms of processor time"_s.arg(
        static_cast<double>(std::clock() - from) * 1000.0 / CLOCKS_PER_SEC / rounds, 0, 'f', 1);
}

constexpr int kRounds = 300;
constexpr int kOfferRounds = 100;
constexpr int kEvents = 200;
constexpr int kRunning = 20'000;

template <typename T> T orDie(Result<T> result, const char *doing)
{
    if (!result.ok()) {
        std::fprintf(stderr, "%s: %s\n", doing, qPrintable(result.error().code));
        std::exit(3);
    }
    return std::move(result).value();
}

/// A desk over a case file of its own, under the neutral pack.
struct World
{
    explicit World(std::shared_ptr<const Library> built)
        : library(std::move(built))
        , store(orDie(Store::create(folder.filePath(u"desk.huiyin"_s),
                                    {u"0571"_s, u"杭州"_s, u"standard"_s, false, u"wang"_s, now},
                                    {{}, {}, folder.filePath(u"state"_s), OpenMode::ReadWrite}),
                      "create"))
        , desk(
              store->log(),
              store->reader(),
              library,
              [this] { return now; },
              [this](int n) { return random(n); })
    {
        static_cast<void>(desk.setActor(u"wang"_s));
    }

    QByteArray random(int n)
    {
        QByteArray bytes(n, '\0');
        for (char &byte : bytes) {
            byte = static_cast<char>(engine() & 0xff);
        }
        return bytes;
    }

    QTemporaryDir folder;
    Instant now = Instant::parseLocal(u"2026-09-21 10:00").value();
    std::mt19937 engine{20260921};
    std::shared_ptr<const Library> library;
    std::unique_ptr<Store> store;
    Desk desk;
};

bool tellPacks(const FieldCatalogue &catalogue)
{
    Sample sample;
    qsizetype packs = 0;
    constexpr int kReadings = 15;
    for (int i = 0; i < kReadings; ++i) {
        sample.add(timed([&] { packs = orDie(loadRegulations(catalogue), "packs").size(); }));
    }
    const bool reached = sample.p50() <= 50;
    report(
        u"read and check all %1 packs"_s.arg(packs), u"50 ms"_s, ms(sample.p50()), u"–"_s, reached);
    return reached;
}

bool tellStep(World &world)
{
    ComplaintDraft draft;
    draft.fields = {
        {u"phone"_s, u"13800138000"_s}, {u"content"_s, u"货没到"_s}, {u"kind"_s, u"Complaint"_s}};
    const CaseId id = orDie(world.desk.record(draft), "record").caseFile->id;
    for (int i = 0; i < kEvents; ++i) {
        static_cast<void>(orDie(world.desk.act(id, u"urge"_s, {}), "urge"));
    }
    const CaseFile caseFile = orDie(world.desk.reader().caseFile(id), "read");
    Ground ground{world.desk.regulation(),
                  world.desk.calendar(),
                  world.library->catalogue,
                  world.desk.hours(),
                  u"0571"_s,
                  world.now};
    ground.sheets = &world.desk.sheets();
    Sample sample;
    for (int i = 0; i < kRounds; ++i) {
        sample.add(timed([&] {
            const Decision decision =
                decideStep(ground,
                           world.desk.actor(),
                           caseFile,
                           u"transfer"_s,
                           {{u"assignedDept"_s, u"物流部"_s}, {u"handlingOpinion"_s, u"核实"_s}},
                           std::nullopt);
            if (refuses(decision.findings)) {
                std::fprintf(stderr, "refused\n");
                std::exit(3);
            }
        }));
    }
    const bool reached = sample.p99() <= 5;
    report(u"decide a step of a case of %1 events, p99"_s.arg(caseFile.eventCount),
           u"5 ms"_s,
           ms(sample.p99()),
           u"–"_s,
           reached);
    Sample offers;
    for (int i = 0; i < kOfferRounds; ++i) {
        offers.add(timed([&] { static_cast<void>(world.desk.steps(caseFile)); }));
    }
    const bool offered = offers.p99() <= 20;
    report(u"all steps offered for it, p99"_s, u"20 ms"_s, ms(offers.p99()), u"–"_s, offered);
    return reached && offered;
}

bool tellRecount(World &world)
{
    const Ground ground{world.desk.regulation(),
                        world.desk.calendar(),
                        world.library->catalogue,
                        world.desk.hours(),
                        u"0571"_s,
                        world.now};
    QVector<NewEvent> events;
    for (int i = 0; i < kRunning; ++i) {
        const Decision decision = decideRecord(ground,
                                               world.desk.actor(),
                                               CaseId::make(world.now, world.random(10)),
                                               {{u"phone"_s, u"13800138000"_s},
                                                {u"content"_s, u"货没到"_s},
                                                {u"kind"_s, u"Complaint"_s}},
                                               {});
        events += decision.events;
    }
    Batch batch{u"wang"_s, world.now, events};
    static_cast<void>(orDie(world.store->log().append(batch), "append"));
    // A day off more in the week the clocks run in: every one of them moves.
    QByteArray notice;
    for (const YearTable &year : world.desk.calendar().years()) {
        if (year.year == 2026) {
            YearTable more = year;
            more.days.append({*Day::of(2026, 9, 23), false, u"临时放假"_s});
            notice = world.desk.calendar().with(more).toJson();
        }
    }
    const CalendarPlan plan = world.desk.planCalendar(notice);
    for (const Finding &finding : plan.findings) {
        std::fprintf(stderr, "plan: %s\n", qPrintable(finding.code));
    }
    qint64 told = 0;
    const std::clock_t from = std::clock();
    const double whole = timed([&] {
        const auto applied = world.desk.applyCalendar(plan, [&](qint64, qint64) {
            ++told;
            return true;
        });
        static_cast<void>(orDie(applied, "apply"));
    });
    const bool reached = whole <= 2000 && told > 0 && plan.moved.size() >= kRunning;
    report(u"count %1 running clocks anew, with progress"_s.arg(plan.moved.size()),
           u"2000 ms"_s,
           ms(whole),
           processor(from),
           reached);
    return reached;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto library = orDie(Library::load(), "library");
    bool reached = tellPacks(library->catalogue);
    {
        World world(library);
        reached = tellStep(world) && reached;
    }
    {
        World world(library);
        reached = tellRecount(world) && reached;
    }
    return reached ? 0 : 1;
}
