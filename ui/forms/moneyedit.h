// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QLineEdit>

#include <optional>

namespace huiyin {

/// An amount: yuan on the screen, fen inside, to the right. Thousands may be marked by commas.
class MoneyEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit MoneyEdit(const QString &label, QWidget *parent = nullptr);

    /// Nothing while it is empty or no amount.
    [[nodiscard]] std::optional<qint64> fen() const { return fenOf(text()); }

    void setFen(std::optional<qint64> fen);

    /// `1,234.5` → 123450. At most two places, none below zero.
    [[nodiscard]] static std::optional<qint64> fenOf(const QString &text);

protected:
    void focusOutEvent(QFocusEvent *event) override;
};

} // namespace huiyin
