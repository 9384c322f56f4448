// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/theme.h>
#include <window/statusstrip.h>

#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>

namespace huiyin {

namespace {

constexpr int kMessageMs = 12000;
/// Work that is over sooner would only flicker here; the pane it concerns says what goes on.
constexpr int kShownAfterMs = 1000;

} // namespace

StatusStrip::StatusStrip(JobRunner &jobs, QWidget *parent)
    : QStatusBar(parent)
    , m_jobs(jobs)
    , m_who(new QLabel(this))
    , m_draft(new QLabel(this))
    , m_jobWords(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QToolButton(this))
{
    setSizeGripEnabled(false);
    setContentsMargins(spacingUnit(font()) * 2, 0, spacingUnit(font()) * 3, 0);
    m_bar->setFixedWidth(fontMetrics().height() * 7);
    m_bar->setMaximumHeight(fontMetrics().height());
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Progress"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setAutoRaise(true);
    m_cancel->setFocusPolicy(Qt::TabFocus);
    m_cancel->setAccessibleName(tr("Cancel the work in the background"));
    addPermanentWidget(m_jobWords);
    addPermanentWidget(m_bar);
    addPermanentWidget(m_cancel);
    addPermanentWidget(m_draft);
    addPermanentWidget(m_who);
    connect(m_cancel, &QToolButton::clicked, this, [this] {
        for (auto *job : m_jobs.jobs()) {
            job->cancel();
        }
    });
    m_later.setSingleShot(true);
    m_later.setInterval(kShownAfterMs);
    connect(&m_later, &QTimer::timeout, this, &StatusStrip::showJobs);
    connect(&m_jobs, &JobRunner::changed, this, &StatusStrip::showJobs);
    showJobs();
}

void StatusStrip::setWho(const QString &words) { m_who->setText(words); }

void StatusStrip::setDraft(const QString &words, bool trouble)
{
    m_draft->setText(words);
    auto colours = palette();
    if (trouble) {
        colours.setColor(QPalette::WindowText, Theme::current().color(Theme::Role::Error));
    }
    m_draft->setPalette(colours);
}

void StatusStrip::say(const QString &message) { showMessage(message, kMessageMs); }

void StatusStrip::showJobs()
{
    QVector<Job *> jobs;
    for (auto *job : m_jobs.jobs()) {
        if (job->elapsedMs() >= kShownAfterMs) {
            jobs.append(job);
        } else if (!m_later.isActive()) {
            m_later.start();
        }
    }
    const bool busy = !jobs.isEmpty();
    m_jobWords->setVisible(busy);
    m_bar->setVisible(busy);
    m_cancel->setVisible(busy);
    if (!busy) {
        return;
    }
    const auto *job = jobs.first();
    auto words = job->cancelled() ? tr("%1: stopping…").arg(job->name()) : job->name();
    if (job->total() > 0) {
        words += QStringLiteral("  %1 / %2")
                     .arg(QLocale().toString(job->done()), QLocale().toString(job->total()));
        m_bar->setRange(0, 1000);
        m_bar->setValue(static_cast<int>(job->done() * 1000 / job->total()));
    } else {
        m_bar->setRange(0, 0);
    }
    if (jobs.size() > 1) {
        words += tr("  (+%1)").arg(jobs.size() - 1);
    }
    m_jobWords->setText(words);
}

} // namespace huiyin
