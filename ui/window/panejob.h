// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <window/jobrunner.h>

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace huiyin {

/// Work on behalf of one pane, of which only the latest counts: a new start stops the one before,
/// and what a stopped or outdated one found never shows. From 0.3 s on a veil over the pane says
/// what goes on, how far it is, and offers to stop it; the rest of the window stays usable.
class PaneJob : public QWidget
{
    Q_OBJECT

public:
    PaneJob(JobRunner &jobs, QWidget *pane);
    ~PaneJob() override;

    /// Starts reading work; it stops when the pane goes.
    void
    start(const QString &name, JobRunner::Work work, std::function<void(const Error &)> failed);

    /// Starts writing work: it goes on when the pane goes, and its end is always told, also when it
    /// was asked to stop (it may have been done by then).
    void startLasting(const QString &name,
                      JobRunner::Work work,
                      std::function<void(const Error &)> failed);

    /// Asks the work to stop. Of reading work nothing shows any more.
    void cancel();

    /// As cancel(), without a word: something else is shown now.
    void drop();

    [[nodiscard]] bool running() const { return !m_job.isNull(); }

signals:
    void stopped(); ///< reading work was stopped by the person
    void ended();   ///< the last work is over, whatever became of it

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void watch(Job *job);
    void showProgress();
    void lower(Job *job);

    JobRunner &m_jobs;
    QPointer<Job> m_job;
    bool m_lasting = false;
    QTimer m_delay;
    QLabel *m_words = nullptr;
    QProgressBar *m_bar = nullptr;
    QPushButton *m_stop = nullptr;
};

} // namespace huiyin
