// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <window/jobrunner.h>

#include <QCoreApplication>
#include <QThread>

namespace huiyin {

namespace {

/// Progress comes thousands of times a second; the window needs it ten times.
constexpr qint64 kReportEveryMs = 100;

} // namespace

Job::Job(QString name, QObject *parent)
    : QObject(parent)
    , m_name(std::move(name))
{
    m_since.start();
}

void Job::cancel()
{
    *m_cancelled = true;
    emit progressed();
}

JobRunner::JobRunner(DeskSource source, QObject *parent)
    : QObject(parent)
    , m_source(std::move(source))
{
}

JobRunner::~JobRunner() { cancelAll(); }

Job *JobRunner::start(const QString &name, Work work, std::function<void(const Error &)> failed)
{
    auto *job = new Job(name, this);
    auto stop = job->m_cancelled;
    auto finish = std::make_shared<Finish>();
    auto *thread = QThread::create([this,
                                    job,
                                    stop,
                                    finish,
                                    source = m_source,
                                    work = std::move(work),
                                    failed = std::move(failed)] {
        auto desk = source();
        if (!desk) {
            *finish = [failed, error = desk.error()] { failed(error); };
            return;
        }
        QElapsedTimer sinceReport;
        sinceReport.start();
        *finish = work(**desk, [&](qint64 done, qint64 total) {
            if (sinceReport.elapsed() >= kReportEveryMs || done == total) {
                sinceReport.restart();
                QMetaObject::invokeMethod(
                    job,
                    [this, job, done, total] {
                        job->m_done = done;
                        job->m_total = total;
                        emit job->progressed();
                        emit changed();
                    },
                    Qt::QueuedConnection);
            }
            return !*stop;
        });
    });
    m_jobs.append(job);
    m_threads.append(thread);
    connect(thread, &QThread::finished, this, [this, job, thread, finish] {
        end(job, thread, *finish);
    });
    thread->start();
    emit changed();
    return job;
}

void JobRunner::end(Job *job, QThread *thread, const Finish &finish)
{
    m_jobs.removeOne(job);
    m_threads.removeOne(thread);
    thread->deleteLater();
    if (finish) {
        finish();
    }
    job->deleteLater();
    emit changed();
}

void JobRunner::cancelAll()
{
    for (auto *job : std::as_const(m_jobs)) {
        job->cancel();
    }
    for (auto *thread : std::as_const(m_threads)) {
        thread->wait();
    }
}

} // namespace huiyin
