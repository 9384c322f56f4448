// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <desk/desk.h>

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QVector>

#include <atomic>
#include <functional>
#include <memory>

class QThread;

namespace huiyin {

/// Opens a desk of its own for the calling thread; the pointer keeps alive whatever the desk stands
/// on.
using DeskSource = std::function<Result<std::shared_ptr<Desk>>()>;

/// Work under way on another thread: name, how far it is, and a way to stop it.
class Job : public QObject
{
    Q_OBJECT

public:
    [[nodiscard]] const QString &name() const { return m_name; }

    [[nodiscard]] qint64 done() const { return m_done; }

    [[nodiscard]] qint64 total() const { return m_total; } ///< 0 = not known

    [[nodiscard]] qint64 elapsedMs() const { return m_since.elapsed(); }

    [[nodiscard]] bool cancelled() const { return *m_cancelled; }

    /// Asks the work to stop; its transaction rolls back and nothing is half done.
    void cancel();

signals:
    void progressed();

private:
    friend class JobRunner;
    Job(QString name, QObject *parent);

    QString m_name;
    qint64 m_done = 0;
    qint64 m_total = 0;
    QElapsedTimer m_since;
    std::shared_ptr<std::atomic_bool> m_cancelled = std::make_shared<std::atomic_bool>(false);
};

/// Runs work that would hold up the window on a thread with a desk of its own.
class JobRunner : public QObject
{
    Q_OBJECT

public:
    /// Runs on the window thread when the work is over.
    using Finish = std::function<void()>;
    /// Runs on the worker thread; gives back what is to be done on the window thread afterwards.
    using Work = std::function<Finish(Desk &desk, const Progress &progress)>;

    explicit JobRunner(DeskSource source, QObject *parent = nullptr);
    ~JobRunner() override;

    /// Starts the work. `failed` is called on the window thread if no desk could be opened for it.
    Job *start(const QString &name, Work work, std::function<void(const Error &)> failed);

    [[nodiscard]] const QVector<Job *> &jobs() const { return m_jobs; }

    /// Asks all work to stop and waits for it.
    void cancelAll();

signals:
    void changed(); ///< a job began, moved on or ended

private:
    void end(Job *job, QThread *thread, const Finish &finish);

    DeskSource m_source;
    QVector<Job *> m_jobs;
    QVector<QThread *> m_threads;
};

} // namespace huiyin
