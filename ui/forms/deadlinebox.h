// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <forms/formhouse.h>

#include <QHash>
#include <QWidget>

class QBoxLayout;
class QLabel;
class QVBoxLayout;

namespace huiyin {

class DeadlineChip;

/// Clocks with chip, due time, remaining time and clause, each with 为什么: the days counted and
/// skipped, unfolded in place. Used for the preview of a new case and for the clocks of an existing
/// one.
class DeadlineBox : public QWidget
{
    Q_OBJECT

public:
    using Explain = std::function<Result<QVector<CountedDay>>(const Clock &)>;

    DeadlineBox(UiGround ground, Explain explain, QWidget *parent = nullptr);

    /// The words of the clauses, and what the regulation leaves open of a clock (要确认), come from
    /// here. Takes hold with the next setClocks().
    void setRegulation(const Regulation &regulation);

    /// \param preview  true: "registering now would start", false: clocks of a case
    void setClocks(const QVector<Clock> &clocks, bool preview);
    void setGround(const UiGround &ground);
    void tick();

    /// As high as its lines are at the present width.
    [[nodiscard]] QSize sizeHint() const override;

    [[nodiscard]] const QVector<Clock> &clocks() const { return m_clocks; }

    /// The explanation as plain lines, for copying and for screen readers.
    [[nodiscard]] QStringList explanation(const Clock &clock) const;

signals:
    void ruleActivated(const QString &ruleId); ///< the clause was clicked

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// A clock's name and its state: beside each other, or below where the box is narrow.
    struct Head
    {
        QBoxLayout *row;
        QLabel *name;
        DeadlineChip *chip;
    };

    void rebuild();
    void fitHeads();

    UiGround m_ground;
    Explain m_explain;
    QVector<Clock> m_clocks;
    Regulation m_regulation;
    QVector<DeadlineChip *> m_chips;
    QVector<Head> m_heads;
    QVector<QString> m_unfolded;
    bool m_preview = true;
    QVBoxLayout *m_column = nullptr;
};

} // namespace huiyin
