// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QDir>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>

#include <entry/storethread.h>
#include <thread>

using namespace huiyin;
using namespace Qt::StringLiterals;

namespace {

const Instant kNow = Instant::fromUtcMs(1'770'000'000'000);

StoredDraft draftOf(const QString &words, qint64 later = 0)
{
    return {.id = DraftId::make(kNow, QByteArray(10, 'd')),
            .actor = u"wang"_s,
            .caseId = std::nullopt,
            .action = {},
            .draft = {.fields = {{u"content"_s, words}}, .raw = {}, .sheet = u"F-01/1"_s},
            .savedAt = kNow.addMs(later)};
}

std::unique_ptr<StoreThread> opened(const QString &path)
{
    auto store = StoreThread::start([path]() -> Result<std::unique_ptr<Store>> {
        return QFile::exists(path) ? Store::open(path, {})
                                   : Store::create(path,
                                                   {.officeCode = u"0571"_s,
                                                    .officeName = u"总店"_s,
                                                    .regulationId = u"standard"_s,
                                                    .actor = u"wang"_s,
                                                    .now = kNow},
                                                   {});
    });
    return std::move(store.value());
}

/// Another writer that has the case file until it is let go.
class LongWriter
{
public:
    explicit LongWriter(CaseLog &log)
        : m_thread([this, &log] {
            // Enough facts for the writer to tell how far it is; there it is held.
            const Batch batch{
                u"wang"_s, kNow, QVector<NewEvent>(300, {u"seal.printed/1"_s, {}, {}})};
            static_cast<void>(log.append(batch, [this](qint64, qint64) {
                m_begun.release();
                m_go.acquire();
                return true;
            }));
        })
    {
        m_begun.acquire();
    }

    ~LongWriter() { end(); }

    void end()
    {
        if (m_thread.joinable()) {
            m_go.release();
            m_thread.join();
        }
    }

private:
    QSemaphore m_begun, m_go;
    std::thread m_thread;
};

QStringList contents(const StoreThread &store)
{
    QStringList words;
    const auto reader = store.reader();
    const auto drafts = (*reader)->drafts(u"wang"_s);
    for (const StoredDraft &draft : *drafts) {
        words.append(draft.draft.fields.value(u"content"_s).toString());
    }
    return words;
}

} // namespace

class TestStoreThread : public QObject
{
    Q_OBJECT

private slots:

    void aDraftIsToldToBeSafeWhileALongWriterHasTheFile()
    {
        QTemporaryDir folder;
        const auto store = opened(folder.filePath(u"a.huiyin"_s));
        LongWriter writer(*store);
        QVERIFY(store->isBusy());
        bool kept = false;
        store->keepDraft(draftOf(u"外箱破损"_s),
                         [&](const Result<Done> &done) { kept = done.ok(); });
        QTRY_VERIFY(kept);
        QVERIFY(store->isBusy());
        QCOMPARE(store->unwrittenDrafts().size(), 1);
        writer.end();
        QTRY_COMPARE(contents(*store), QStringList{u"外箱破损"_s});
        QTRY_VERIFY(!QDir(folder.filePath(u"a.huiyin.drafts"_s)).exists());
    }

    void aDraftSurvivesAKillDuringALongWrite()
    {
        QTemporaryDir folder;
        QTemporaryDir after;
        {
            const auto store = opened(folder.filePath(u"a.huiyin"_s));
            LongWriter writer(*store);
            bool kept = false;
            store->keepDraft(draftOf(u"外箱破损"_s), [&](const Result<Done> &) { kept = true; });
            QTRY_VERIFY(kept);
            // What lies on the disk at this moment is all a killed program leaves.
            for (const auto &name : {u"a.huiyin"_s, u"a.huiyin-wal"_s}) {
                QFile::copy(folder.filePath(name), after.filePath(name));
            }
            const QDir drafts(folder.filePath(u"a.huiyin.drafts"_s));
            QVERIFY(QDir(after.path()).mkdir(u"a.huiyin.drafts"_s));
            for (const auto &name : drafts.entryList(QDir::Files)) {
                QFile::copy(drafts.filePath(name), after.filePath(u"a.huiyin.drafts/"_s + name));
            }
        }
        const auto again = opened(after.filePath(u"a.huiyin"_s));
        QCOMPARE(contents(*again), QStringList{u"外箱破损"_s});
        QVERIFY(!QDir(after.filePath(u"a.huiyin.drafts"_s)).exists());
    }

    void theLastWordsOfADraftWin()
    {
        QTemporaryDir folder;
        auto store = opened(folder.filePath(u"a.huiyin"_s));
        {
            LongWriter writer(*store);
            int kept = 0;
            for (const auto &words : {u"外"_s, u"外箱"_s, u"外箱破损"_s}) {
                store->keepDraft(draftOf(words, ++kept), {});
            }
        }
        store.reset();
        store = opened(folder.filePath(u"a.huiyin"_s));
        QCOMPARE(contents(*store), QStringList{u"外箱破损"_s});
    }

    void aDroppedDraftStaysAway()
    {
        QTemporaryDir folder;
        auto store = opened(folder.filePath(u"a.huiyin"_s));
        {
            LongWriter writer(*store);
            bool kept = false;
            store->keepDraft(draftOf(u"外箱破损"_s), [&](const Result<Done> &) { kept = true; });
            QTRY_VERIFY(kept);
            store->dropDraft(draftOf({}).id);
        }
        store.reset();
        store = opened(folder.filePath(u"a.huiyin"_s));
        QCOMPARE(contents(*store), QStringList());
    }

    void lookingAtACaseWaitsForNobody()
    {
        QTemporaryDir folder;
        const auto store = opened(folder.filePath(u"a.huiyin"_s));
        {
            LongWriter writer(*store);
            QVERIFY(store->logAccess({u"wang"_s, std::nullopt, u"view"_s, {}, kNow}));
            QVERIFY(store->isBusy());
        }
        const auto reader = store->reader();
        QTRY_COMPARE((*reader)->accessLog(10)->size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestStoreThread)
#include "tst_storethread.moc"
