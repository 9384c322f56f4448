// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>
#include <QJsonObject>

class QLineEdit;
class QPushButton;

namespace huiyin {

class InlineMessage;

/// Takes down at a signature box who refuses to sign (拒签), before which witness and why. A child
/// of the box's window; Enter goes on and takes it, Escape gives up, the focus goes back to the
/// box.
class RefusalPanel : public QFrame
{
    Q_OBJECT

public:
    explicit RefusalPanel(QWidget *box);

    /// Opens below the box. \param signature  what stands in it: {"name","witness","reason"}
    void ask(const QJsonObject &signature);

signals:
    /// {"name","refused","witness"} and "reason" where one was given.
    void taken(const QJsonObject &refusal);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void place();
    void take();
    void takeBack();
    void leave();

    QWidget *m_box;
    QLineEdit *m_name, *m_witness, *m_reason;
    InlineMessage *m_message;
    QPushButton *m_take, *m_leave;
};

} // namespace huiyin
