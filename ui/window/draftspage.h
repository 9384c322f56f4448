// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <window/page.h>

class QPushButton;
class QTableWidget;

namespace huiyin {

class Banner;
class EmptyState;

/// The draft box: registrations begun and not recorded, and those put away in the last 30 days.
class DraftsPage : public Page
{
    Q_OBJECT

public:
    explicit DraftsPage(Shell &shell, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString iconName() const override;
    [[nodiscard]] QList<QWidget *> panes() const override;
    void refresh() override;

    /// Drafts of new cases at rest. \param discarded those put away, else those still to be
    /// finished
    [[nodiscard]] static QVector<StoredDraft> intakeDrafts(const Shell &shell, bool discarded);

signals:
    void resumed(const huiyin::StoredDraft &draft);

private:
    void act(bool resume);
    void keepAs(const StoredDraft &draft);

    QVector<StoredDraft> m_drafts;
    QTableWidget *m_table = nullptr;
    QPushButton *m_resume = nullptr, *m_discard = nullptr;
    EmptyState *m_empty = nullptr;
    Banner *m_said = nullptr;
};

} // namespace huiyin
