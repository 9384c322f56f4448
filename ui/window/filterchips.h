// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <window/page.h>

#include <QObject>

#include <memory>
#include <vector>

class QPushButton;

namespace huiyin {

/// The buttons above a list by which it is narrowed: stage, deadline, kind, category, department.
/// Each opens a menu with marks and says in its words what is chosen.
class FilterChips : public QObject
{
    Q_OBJECT

public:
    FilterChips(Shell &shell, QWidget *parent);
    ~FilterChips() override;

    /// In their order, the one that clears them all last.
    [[nodiscard]] QList<QPushButton *> buttons() const;

    /// Whether anything is chosen.
    [[nodiscard]] bool any() const;

    void clear(); ///< without a word to the list

    void clearByHand() ///< as the button does
    {
        clear();
        emit changed();
    }

    /// What is given, narrowed by what is chosen; deadlines count from `now`.
    [[nodiscard]] CaseFilter narrowed(CaseFilter given, const Instant &now) const;

signals:
    void changed();

private:
    struct Chip;
    void fill(Chip &chip);
    void say(const Chip &chip) const;

    Shell &m_shell;
    std::vector<std::unique_ptr<Chip>> m_chips;
    QPushButton *m_clear = nullptr;
};

} // namespace huiyin
