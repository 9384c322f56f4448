// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <forms/formhouse.h>
#include <rules/decide.h>

#include <QFrame>

class QPushButton;

namespace huiyin {

/// One advice of the pack at a step: its sentence, a checklist to tick for oneself, values that one
/// press takes over, steps it advises against, its clauses. What is ticked is kept nowhere.
class AdviceBlock : public QFrame
{
    Q_OBJECT

public:
    AdviceBlock(const FormHouse &house, const AdviceShown &advice, QWidget *parent);

    /// Marks the proposal as taken over where all its values stand already.
    void showValues(const QJsonObject &values);

    [[nodiscard]] const AdviceShown &advice() const { return m_advice; }

signals:
    void adopted(const QJsonObject &values);

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintGround();
    [[nodiscard]] QString proposalWords(const FormHouse &house) const;

    AdviceShown m_advice;
    QPushButton *m_adopt = nullptr;
    bool m_painting = false;
};

} // namespace huiyin
