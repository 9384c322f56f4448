// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <window/jobrunner.h>

#include <QStatusBar>
#include <QTimer>

class QLabel;
class QMenu;
class QProgressBar;
class QToolButton;

namespace huiyin {

/// The line at the foot: who works where, the draft, the jobs under way with 取消, passing
/// messages.
class StatusStrip : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusStrip(JobRunner &jobs, QWidget *parent = nullptr);

    void setWho(const QString &words);
    void setDraft(const QString &words, bool trouble);
    void say(const QString &message);

private:
    void showJobs();

    JobRunner &m_jobs;
    QLabel *m_who = nullptr;
    QLabel *m_draft = nullptr;
    QLabel *m_jobWords = nullptr;
    QProgressBar *m_bar = nullptr;
    QToolButton *m_cancel = nullptr;
    QTimer m_later;
    QMenu *m_menu = nullptr;
};

} // namespace huiyin
