// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <support/tempstore.h>
#include <window/mainwindow.h>

#include <QTemporaryDir>

#include <atomic>
#include <memory>

namespace huiyin {
class StoreThread;
}

namespace huiyin::support {

/// A window over a real case file of its own, put together as the program does it: one writing
/// thread, jobs with desks of their own. The test moves the clock.
struct WindowBench
{
    explicit WindowBench(const QString &regulation = QStringLiteral("standard"),
                         Language language = Language::Chinese);
    ~WindowBench();

    /// Opens the window (again), as a new start of the program does.
    void open();
    void close();

    [[nodiscard]] Shell &shell() { return *m_shell; }

    /// A complaint taken down by phone, as many tests begin with one.
    [[nodiscard]] CaseId recorded() const;

    [[nodiscard]] QString folder() const { return m_dir.path(); }

    /// Makes the next job of another thread wait until the test lets it go on with false.
    void holdJobs(bool held) { *m_held = held; }

    std::shared_ptr<Instant> now;
    std::unique_ptr<MainWindow> window;
    std::unique_ptr<Desk> desk;

private:
    QTemporaryDir m_dir;
    std::shared_ptr<const Library> m_library;
    std::unique_ptr<StoreThread> m_store;
    std::unique_ptr<CaseReader> m_reader;
    std::unique_ptr<WindowSettings> m_settings;
    std::unique_ptr<CommandRegistry> m_commands;
    std::unique_ptr<JobRunner> m_jobs;
    std::unique_ptr<Shell> m_shell;
    QString m_regulation;
    Language m_language;
    std::shared_ptr<std::atomic<quint32>> m_seed;
    std::shared_ptr<std::atomic_bool> m_held;
};

} // namespace huiyin::support
