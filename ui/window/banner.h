// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/finding.h>

#include <QFrame>
#include <QString>

#include <functional>

class QBoxLayout;
class QLabel;

namespace huiyin {

/// A strip across a page or the window: one sentence with a sign and what can be done about it.
/// Never takes the focus, never opens a window.
class Banner : public QFrame
{
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);

    /// Shows a sentence; earlier buttons go.
    void say(const QString &text, Severity severity);

    /// Adds a button behind the sentence.
    void offer(const QString &words, std::function<void()> act);

    /// Adds the button that puts the strip away.
    void offerDismissal();

    void dismiss();

    [[nodiscard]] QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void paintSigns();

    Severity m_severity = Severity::Hint;
    QLabel *m_sign = nullptr;
    QLabel *m_label = nullptr;
    QBoxLayout *m_row = nullptr;
    QList<QWidget *> m_buttons;
    bool m_painting = false;
};

} // namespace huiyin
