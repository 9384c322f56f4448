// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/theme.h>
#include <window/panejob.h>

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace huiyin {

namespace {

constexpr int kBusyAfterMs = 300;
constexpr double kBarHan = 16;

} // namespace

PaneJob::PaneJob(JobRunner &jobs, QWidget *pane)
    : QWidget(pane)
    , m_jobs(jobs)
    , m_words(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_stop(new QPushButton(tr("Stop"), this))
{
    hide();
    setAutoFillBackground(true);
    setCursor(Qt::BusyCursor);
    m_stop->setCursor(Qt::ArrowCursor);
    m_words->setAlignment(Qt::AlignCenter);
    m_words->setWordWrap(true);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    auto *column = new QVBoxLayout(this);
    column->setSpacing(spacingUnit(font()) * 2);
    column->addStretch();
    column->addWidget(m_words);
    column->addWidget(m_bar, 0, Qt::AlignHCenter);
    column->addWidget(m_stop, 0, Qt::AlignHCenter);
    column->addStretch();
    m_delay.setSingleShot(true);
    m_delay.setInterval(kBusyAfterMs);
    connect(&m_delay, &QTimer::timeout, this, [this] {
        if (m_job) {
            setGeometry(parentWidget()->rect());
            m_bar->setFixedWidth(static_cast<int>(kBarHan * hanWidth(font())));
            show();
            raise();
        }
    });
    connect(m_stop, &QPushButton::clicked, this, &PaneJob::cancel);
    pane->installEventFilter(this);
}

PaneJob::~PaneJob()
{
    if (m_job && !m_lasting) {
        m_job->cancel();
    }
}

void PaneJob::start(const QString &name,
                    JobRunner::Work work,
                    std::function<void(const Error &)> failed)
{
    drop();
    m_lasting = false;
    const QPointer<PaneJob> here(this);
    // Which job an end belongs to is only known once it has been started.
    auto own = std::make_shared<QPointer<Job>>();
    const auto end = [here, own](const JobRunner::Finish &shown) {
        if (!here || here->m_job != *own) {
            return;
        }
        const bool given = !(*own)->cancelled();
        here->lower(*own);
        if (given && shown) {
            shown();
        } else if (!given) {
            emit here->stopped();
        }
        if (here) {
            emit here->ended();
        }
    };
    auto *job = m_jobs.start(
        name,
        [end, work = std::move(work)](Desk &desk, const Progress &progress) -> JobRunner::Finish {
            return [end, shown = work(desk, progress)] { end(shown); };
        },
        [end, failed = std::move(failed)](const Error &error) {
            end([failed, error] { failed(error); });
        });
    *own = job;
    watch(job);
}

void PaneJob::startLasting(const QString &name,
                           JobRunner::Work work,
                           std::function<void(const Error &)> failed)
{
    drop();
    m_lasting = true;
    const QPointer<PaneJob> here(this);
    auto own = std::make_shared<QPointer<Job>>();
    const auto end = [here, own](const JobRunner::Finish &told) {
        if (here) {
            here->lower(*own);
        }
        told();
        if (here) {
            emit here->ended();
        }
    };
    auto *job = m_jobs.start(
        name,
        [end, work = std::move(work)](Desk &desk, const Progress &progress) -> JobRunner::Finish {
            return [end, told = work(desk, progress)] { end(told); };
        },
        [end, failed = std::move(failed)](const Error &error) {
            end([failed, error] { failed(error); });
        });
    *own = job;
    watch(job);
}

void PaneJob::watch(Job *job)
{
    m_job = job;
    connect(job, &Job::progressed, this, [this, job] {
        if (m_job == job) {
            showProgress();
        }
    });
    showProgress();
    m_delay.start();
}

void PaneJob::showProgress()
{
    auto words = m_job->cancelled() ? tr("%1: stopping…").arg(m_job->name()) : m_job->name();
    if (m_job->total() > 0) {
        m_bar->setRange(0, 1000);
        m_bar->setValue(static_cast<int>(m_job->done() * 1000 / m_job->total()));
        words += QStringLiteral("\n%1 %").arg(m_job->done() * 100 / m_job->total());
    } else {
        m_bar->setRange(0, 0);
        words += QLatin1Char('\n');
    }
    m_words->setText(words);
    m_stop->setEnabled(!m_job->cancelled());
}

void PaneJob::lower(Job *job)
{
    if (m_job != job) {
        return;
    }
    m_job.clear();
    m_delay.stop();
    hide();
}

void PaneJob::cancel()
{
    if (!m_job) {
        return;
    }
    auto *job = m_job.data();
    job->cancel();
    if (!m_lasting) {
        // The work may need a while to notice; the pane is free at once.
        lower(job);
        emit stopped();
        emit ended();
    }
}

void PaneJob::drop()
{
    if (m_job && !m_lasting) {
        auto *job = m_job.data();
        job->cancel();
        lower(job);
    }
}

bool PaneJob::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize) {
        setGeometry(parentWidget()->rect());
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace huiyin
