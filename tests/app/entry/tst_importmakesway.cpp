// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <desk/desk.h>
#include <desk/importmark.h>

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <entry/storethread.h>
#include <functional>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

constexpr int kRows = 4000;
constexpr int kAmidst = 3000; ///< rows read by then: the writer has been given two slices at least
const Instant kNow = *Instant::parseLocal(u"2026-03-02T09:00");

std::shared_ptr<const Library> library()
{
    static const auto loaded = Library::load().value();
    return loaded;
}

/// A case file with its writing thread, as the window has it.
struct House
{
    explicit House(const QString &path)
    {
        auto opened = StoreThread::start([path]() -> Result<std::unique_ptr<Store>> {
            return QFile::exists(path) ? Store::open(path, {})
                                       : Store::create(path,
                                                       {.officeCode = u"0571"_s,
                                                        .officeName = u"总店"_s,
                                                        .regulationId = u"standard"_s,
                                                        .actor = u"wang"_s,
                                                        .now = kNow},
                                                       {});
        });
        store = std::move(opened.value());
        reader = std::move(store->reader().value());
    }

    std::unique_ptr<Desk> desk()
    {
        return std::make_unique<Desk>(
            *store,
            *reader,
            library(),
            [] { return kNow; },
            [](int n) {
                QByteArray bytes;
                while (bytes.size() < n) {
                    bytes.append(char((seed = seed * 1664525U + 1013904223U) >> 24));
                }
                return bytes;
            });
    }

    std::unique_ptr<StoreThread> store;
    std::unique_ptr<CaseReader> reader;
    inline static quint32 seed = 1; ///< goes on: no two houses may draw the same ids
};

QString registerIn(const QTemporaryDir &folder)
{
    QFile file(folder.filePath(u"台账.csv"_s));
    if (!file.open(QIODevice::WriteOnly)) {
        qFatal("cannot write the register");
    }
    file.write("登记日期,投诉人,联系电话,投诉内容\n");
    for (int row = 0; row < kRows; ++row) {
        file.write(u"2026-02-27,客户%1,1380013%2,第%1箱外箱破损\n"_s.arg(row)
                       .arg(row, 4, 10, QLatin1Char('0'))
                       .toUtf8());
    }
    return file.fileName();
}

ComplaintDraft complaint()
{
    ComplaintDraft draft;
    draft.fields = {{u"kind"_s, u"Complaint"_s},
                    {u"channel"_s, u"Phone"_s},
                    {u"receivedAt"_s, u"2026-03-02T08:50:00"_s},
                    {u"complainantName"_s, u"王某"_s},
                    {u"phone"_s, u"13900139000"_s},
                    {u"content"_s, u"货放门口就走。"_s}};
    return draft;
}

/// Imports the register and does something else amidst of it.
Result<ImportSummary> importWith(Desk &desk,
                                 const QString &path,
                                 const std::function<void()> &amidst,
                                 const Progress &progress = {})
{
    int rows = 0;
    return desk.importRegister(
        path,
        {},
        [&](const ImportLine &) {
            if (++rows == kAmidst) {
                amidst();
            }
        },
        progress);
}

} // namespace

class TestImportMakesWay : public QObject
{
    Q_OBJECT

private slots:

    void aSaveIsDurableBeforeTheImportEnds()
    {
        QTemporaryDir folder;
        House house(folder.filePath(u"a.huiyin"_s));
        const auto importing = house.desk();
        const auto window = house.desk();
        QString number;
        qint64 seen = 0;
        qint64 openThen = 0;
        bool busy = true;
        qint64 tookMs = 0;
        const auto summary = importWith(*importing, registerIn(folder), [&] {
            busy = house.store->isBusy();
            QElapsedTimer clock;
            clock.start();
            const auto outcome = window->record(complaint());
            tookMs = clock.elapsed();
            number = outcome->caseFile->caseNo;
            seen = house.reader->count({}).value();
            openThen = openImports(*house.reader)->size();
        });
        qInfo("a save amidst of an import of %d rows took %lld ms", kRows, tookMs);
        QVERIFY(!busy);
        QCOMPARE(openThen, 1); // it was under way
        QVERIFY(house.reader->byNumber(number));
        QVERIFY2(seen > 1 && seen < kRows, qPrintable(QString::number(seen)));
        QVERIFY(summary);
        QCOMPARE(summary->taken + summary->warned, kRows);
        QCOMPARE(*house.reader->count({}), kRows + 1);
        QVERIFY(openImports(*house.reader)->isEmpty());
        QVERIFY(!house.reader->verify(true)->firstFault);
    }

    void afterADivisionTheImportIsTakenBackToTheLastRow()
    {
        QTemporaryDir folder;
        House house(folder.filePath(u"a.huiyin"_s));
        const auto desk = house.desk();
        const auto window = house.desk();
        QString number;
        const auto summary = importWith(*desk, registerIn(folder), [&] {
            number = window->record(complaint())->caseFile->caseNo;
        });
        QCOMPARE(*desk->undoImport(summary->batch), kRows);
        QCOMPARE(*house.reader->count({}), 1);
        QVERIFY(house.reader->byNumber(number));
    }

    void cancellingAfterADivisionLeavesNothingOfTheImport()
    {
        QTemporaryDir folder;
        House house(folder.filePath(u"a.huiyin"_s));
        const auto desk = house.desk();
        const auto window = house.desk();
        bool saved = false;
        const auto summary = importWith(
            *desk,
            registerIn(folder),
            [&] { saved = window->record(complaint()).ok(); },
            [&](qint64, qint64) { return !saved; });
        QVERIFY(!summary);
        QCOMPARE(summary.error().code, u"store.cancelled"_s);
        QVERIFY(saved);
        QCOMPARE(*house.reader->count({}), 1);
        QVERIFY(openImports(*house.reader)->isEmpty());
    }

    void oneSaveAfterAnotherIsLetIn()
    {
        QTemporaryDir folder;
        House house(folder.filePath(u"a.huiyin"_s));
        const auto importing = house.desk();
        const auto window = house.desk();
        QStringList numbers;
        // The rows do not go on meanwhile: no save may have to wait for the next of them.
        const auto summary = importWith(*importing, registerIn(folder), [&] {
            for (int i = 0; i < 3; ++i) {
                numbers.append(window->record(complaint())->caseFile->caseNo);
            }
        });
        QCOMPARE(summary->taken + summary->warned, kRows);
        QCOMPARE(numbers.size(), 3);
        QCOMPARE(*house.reader->count({}), kRows + 3);
    }

    void anImportThatBrokeOffIsKnownAndGoesOnWithTheSameFile()
    {
        QTemporaryDir folder;
        QTemporaryDir after;
        const QString path = registerIn(folder);
        {
            House house(folder.filePath(u"a.huiyin"_s));
            const auto desk = house.desk();
            const auto window = house.desk();
            static_cast<void>(importWith(*desk, path, [&] {
                QVERIFY(window->record(complaint()));
                // What lies on the disk at this moment is all a killed program leaves; the writer
                // is held meanwhile.
                const Batch some{u"wang"_s,
                                 kNow,
                                 QVector<NewEvent>(300, {u"seal.printed/1"_s, std::nullopt, {}})};
                QVERIFY(house.store->append(some, [&](qint64, qint64) {
                    for (const auto &name : {u"a.huiyin"_s, u"a.huiyin-wal"_s}) {
                        QFile::copy(folder.filePath(name), after.filePath(name));
                    }
                    return true;
                }));
            }));
        }
        House again(after.filePath(u"a.huiyin"_s));
        const auto open = openImports(*again.reader);
        QCOMPARE(open->size(), 1);
        QCOMPARE(open->first().path, path);
        QCOMPARE(open->first().begunAt, kNow);
        const auto left = again.reader->casesOfBatch(open->first().batch)->size();
        QVERIFY(left > 0 && left < kRows);
        const auto desk = again.desk();
        const auto rest = desk->importRegister(path, {}, {});
        QCOMPARE(rest->duplicate, left);
        QCOMPARE(rest->taken + rest->warned, kRows - left);
        QVERIFY(openImports(*again.reader)->isEmpty());
        QCOMPARE(*again.reader->count({}), kRows + 1);
    }

    void anImportThatBrokeOffCanBeTakenBack()
    {
        QTemporaryDir folder;
        House house(folder.filePath(u"a.huiyin"_s));
        const auto desk = house.desk();
        const auto window = house.desk();
        // Its last facts never come: as after a kill, seen from the same program.
        const OpenImport broken{u"20260302-0000"_s, folder.filePath(u"台账.csv"_s), kNow};
        QVERIFY(house.store->append({u"wang"_s, kNow, {importBegun(broken)}}, {}));
        const CaseId id = CaseId::make(kNow, QByteArray(10, 'c'));
        QVERIFY(house.store->append({u"wang"_s,
                                     kNow,
                                     {{QLatin1StringView(event::kCaseOpened),
                                       id,
                                       QJsonObject{{u"batch"_s, broken.batch},
                                                   {u"at"_s, kNow.utcMs()},
                                                   {u"fields"_s, QJsonObject{}},
                                                   {u"stage"_s, u"Accepted"_s}}}}},
                                    {}));
        QCOMPARE(openImports(*house.reader)->size(), 1);
        QCOMPARE(*desk->undoImport(broken.batch), 1);
        QVERIFY(openImports(*house.reader)->isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestImportMakesWay)
#include "tst_importmakesway.moc"
