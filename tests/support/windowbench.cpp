// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <support/windowbench.h>

#include <QTest>

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

WindowBench::WindowBench(const QString &regulation)
    : now(std::make_shared<Instant>(*Instant::parseLocal(u"2026-04-16T10:31:00")))
    , m_library(Library::load().value())
    , m_settings(std::make_unique<WindowSettings>(m_dir.filePath(QStringLiteral("window.ini"))))
    , m_regulation(regulation)
    , m_seed(std::make_shared<quint32>(1))
{
    open();
}

WindowBench::~WindowBench() { close(); }

void WindowBench::open()
{
    const auto path = m_dir.filePath(QStringLiteral("desk.huiyin"));
    auto store = QFile::exists(path) ? Store::open(path, optionsFor(*m_library))
                                     : Store::create(path,
                                                     {QStringLiteral("0571"),
                                                      QStringLiteral("城东分公司"),
                                                      m_regulation,
                                                      false,
                                                      QStringLiteral("wang"),
                                                      *now},
                                                     optionsFor(*m_library));
    m_store = std::move(store.value());
    const auto random = [seed = m_seed](int n) {
        QByteArray bytes;
        while (bytes.size() < n) {
            *seed = *seed * 1664525U + 1013904223U;
            bytes.append(static_cast<char>(*seed >> 24));
        }
        return bytes;
    };
    desk = std::make_unique<Desk>(
        m_store->log(), m_store->reader(), m_library, [moment = now] { return *moment; }, random);
    m_commands = std::make_unique<CommandRegistry>();
    m_jobs = std::make_unique<JobRunner>(
        []() -> Result<std::shared_ptr<Desk>> { return Error{QStringLiteral("store.busy")}; });
    m_shell = std::make_unique<Shell>(
        Shell{*desk, m_library, *m_settings, *m_commands, *m_jobs, random, Language::Chinese});
    window = std::make_unique<MainWindow>(*m_shell);
    window->resize(1366, 740);
    window->show();
    if (!QTest::qWaitForWindowExposed(window.get())) {
        qFatal("the window did not come up");
    }
}

void WindowBench::close()
{
    window.reset();
    m_jobs.reset();
    m_shell.reset();
    m_commands.reset();
    desk.reset();
    m_store.reset();
}

} // namespace huiyin::support
