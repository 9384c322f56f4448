// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <support/windowbench.h>

#include <QMutex>
#include <QTest>
#include <QThread>

#include <entry/storethread.h>

namespace huiyin::support {

namespace {

StoreOptions optionsFor(const Library &library)
{
    StoreOptions options;
    for (const auto &field : library.catalogue.fields()) {
        if (field.search) {
            options.searchFields.append(field.id);
        }
    }
    return options;
}

} // namespace

WindowBench::WindowBench(const QString &regulation, Language language)
    : now(std::make_shared<Instant>(*Instant::parseLocal(u"2026-04-16T10:31:00")))
    , m_library(Library::load().value())
    , m_settings(std::make_unique<WindowSettings>(m_dir.filePath(QStringLiteral("window.ini"))))
    , m_regulation(regulation)
    , m_language(language)
    , m_seed(std::make_shared<std::atomic<quint32>>(1))
    , m_held(std::make_shared<std::atomic_bool>(false))
{
    open();
}

WindowBench::~WindowBench() { close(); }

void WindowBench::open()
{
    auto store = StoreThread::start([this]() -> Result<std::unique_ptr<Store>> {
        const auto path = m_dir.filePath(QStringLiteral("desk.huiyin"));
        return QFile::exists(path) ? Store::open(path, optionsFor(*m_library))
                                   : Store::create(path,
                                                   {QStringLiteral("0571"),
                                                    QStringLiteral("城东分公司"),
                                                    m_regulation,
                                                    false,
                                                    QStringLiteral("wang"),
                                                    *now},
                                                   optionsFor(*m_library));
    });
    m_store = std::move(store.value());
    m_reader = std::move(m_store->reader().value());
    const RandomSource random = [seed = m_seed](int n) {
        QByteArray bytes;
        while (bytes.size() < n) {
            auto before = seed->load();
            while (!seed->compare_exchange_weak(before, before * 1664525U + 1013904223U)) {
            }
            bytes.append(static_cast<char>(before >> 24));
        }
        return bytes;
    };
    const ClockSource clock = [moment = now] { return *moment; };
    desk = std::make_unique<Desk>(*m_store, *m_reader, m_library, clock, random);
    m_commands = std::make_unique<CommandRegistry>();

    // Jobs act for whoever sits before the window when they begin.
    struct Acting
    {
        QMutex lock;
        QString id;
    };

    auto acting = std::make_shared<Acting>();
    const auto follow = [acting, desk = desk.get()] {
        const QMutexLocker locker(&acting->lock);
        acting->id = desk->actor().id;
    };
    follow();
    QObject::connect(desk.get(), &Desk::actorChanged, desk.get(), follow);
    m_jobs = std::make_unique<JobRunner>(
        [this, clock, random, acting]() -> Result<std::shared_ptr<Desk>> {
            struct Room
            {
                std::unique_ptr<CaseReader> reader;
                std::unique_ptr<Desk> desk;
            };

            while (*m_held) {
                QThread::msleep(1);
            }
            auto room = std::make_shared<Room>();
            auto reader = m_store->reader();
            if (!reader) {
                return reader.error();
            }
            room->reader = std::move(*reader);
            room->desk = std::make_unique<Desk>(*m_store, *room->reader, m_library, clock, random);
            const QMutexLocker locker(&acting->lock);
            const auto set = room->desk->setActor(acting->id);
            if (!set) {
                return set.error();
            }
            return std::shared_ptr<Desk>(room, room->desk.get());
        });
    m_shell = std::make_unique<Shell>(
        Shell{*desk, m_library, *m_settings, *m_commands, *m_jobs, random, m_language});
    window = std::make_unique<MainWindow>(*m_shell);
    window->resize(1366, 740);
    window->show();
    if (!QTest::qWaitForWindowExposed(window.get())) {
        qFatal("the window did not come up");
    }
}

CaseId WindowBench::recorded() const
{
    using namespace Qt::StringLiterals;
    ComplaintDraft draft;
    draft.fields = {{u"kind"_s, u"Complaint"_s},
                    {u"channel"_s, u"Phone"_s},
                    {u"complainantName"_s, u"王某"_s},
                    {u"phone"_s, u"13800138000"_s},
                    {u"category"_s, u"服务"_s},
                    {u"content"_s, u"送货员态度生硬。"_s}};
    draft.sheet = u"F-01/1"_s;
    return desk->record(draft)->caseFile->id;
}

void WindowBench::close()
{
    window.reset();
    *m_held = false;
    m_jobs.reset();
    m_shell.reset();
    m_commands.reset();
    desk.reset();
    m_reader.reset();
    m_store.reset();
}

} // namespace huiyin::support
