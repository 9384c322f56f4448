// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/finding.h>

#include <QWidget>

class QLabel;

namespace huiyin {

/// One sentence about a cell, written below it with a sign: error, warning or hint. Never opens a
/// window.
class InlineMessage : public QWidget
{
    Q_OBJECT

public:
    explicit InlineMessage(QWidget *parent = nullptr);

    void setMessage(const QString &text, Severity severity);
    [[nodiscard]] QString message() const;

    [[nodiscard]] Severity severity() const { return m_severity; }

    [[nodiscard]] int heightFor(int width) const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    Severity m_severity = Severity::Refusal;
};

} // namespace huiyin
