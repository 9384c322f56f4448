// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <models/timelinemodel.h>
#include <window/page.h>

#include <QWidget>

class QCheckBox;
class QComboBox;
class QListView;

namespace huiyin {

/// What happened to a case, newest first, with filters.
class TimelinePane : public QWidget
{
    Q_OBJECT

public:
    explicit TimelinePane(Shell &shell, QWidget *parent = nullptr);
    ~TimelinePane() override;

    void showCase(const CaseFile &caseFile);

private:
    class Sieve;

    Shell &m_shell;
    TimelineModel m_model;
    Sieve *m_sieve = nullptr;
    QListView *m_view = nullptr;
    QComboBox *m_which = nullptr;
    QCheckBox *m_machine = nullptr;
    QCheckBox *m_people = nullptr;
};

} // namespace huiyin
