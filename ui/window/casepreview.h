// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <window/page.h>

class QLabel;
class QPushButton;
class QScrollArea;

namespace huiyin {

class DeadlineBox;
class DeadlineChip;
class Banner;

/// The case under the cursor at a glance, beside the list.
class CasePreview : public QWidget
{
    Q_OBJECT

public:
    explicit CasePreview(Shell &shell, QWidget *parent = nullptr);

    void showCase(const CaseRow &row);
    void clear();

signals:
    void opened(const huiyin::CaseId &id);

private:
    Shell &m_shell;
    std::optional<CaseId> m_id;
    QScrollArea *m_scroll = nullptr;
    QLabel *m_number = nullptr;
    QLabel *m_who = nullptr;
    QLabel *m_what = nullptr;
    DeadlineBox *m_deadlines = nullptr;
    QLabel *m_steps = nullptr;
    QPushButton *m_open = nullptr;
};

} // namespace huiyin
