// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <support/tempstore.h>
#include <window/mainwindow.h>

#include <QTemporaryDir>

#include <memory>

namespace huiyin::support {

/// A window over a real case file of its own, with a clock the test moves.
struct WindowBench
{
    explicit WindowBench(const QString &regulation = QStringLiteral("standard"));
    ~WindowBench();

    /// Opens the window (again), as a new start of the program does.
    void open();
    void close();

    [[nodiscard]] Shell &shell() { return *m_shell; }

    [[nodiscard]] QString folder() const { return m_dir.path(); }

    std::shared_ptr<Instant> now;
    std::unique_ptr<MainWindow> window;
    std::unique_ptr<Desk> desk;

private:
    QTemporaryDir m_dir;
    std::shared_ptr<const Library> m_library;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<WindowSettings> m_settings;
    std::unique_ptr<CommandRegistry> m_commands;
    std::unique_ptr<JobRunner> m_jobs;
    std::unique_ptr<Shell> m_shell;
    QString m_regulation;
    std::shared_ptr<quint32> m_seed;
};

} // namespace huiyin::support
