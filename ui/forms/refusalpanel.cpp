// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/inlinemessage.h>
#include <forms/refusalpanel.h>
#include <forms/theme.h>

#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace huiyin {

namespace {

constexpr double kFrame = 2;

} // namespace

RefusalPanel::RefusalPanel(QWidget *box)
    : QFrame(box)
    , m_box(box)
    , m_name(new QLineEdit(this))
    , m_witness(new QLineEdit(this))
    , m_reason(new QLineEdit(this))
    , m_message(new InlineMessage(this))
    , m_take(new QPushButton(tr("Take down the refusal"), this))
    , m_leave(new QPushButton(tr("Cancel"), this))
{
    setAutoFillBackground(true);
    setObjectName(QStringLiteral("refusal"));
    setAccessibleName(tr("Refused to sign"));
    const int unit = spacingUnit(font());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(unit * 3, unit * 2, unit * 3, unit * 3);
    column->setSpacing(unit * 2);
    auto *head = new QLabel(tr("Refused to sign"), this);
    QFont bold = head->font();
    bold.setBold(true);
    head->setFont(bold);
    column->addWidget(head);
    auto *lines = new QFormLayout;
    lines->setSpacing(unit * 2);
    const auto add = [&](QLineEdit *line, const QString &label, const QString &name) {
        line->setObjectName(name);
        line->setAccessibleName(label);
        line->setMinimumWidth(unit * 50);
        lines->addRow(label, line);
    };
    add(m_name, tr("Who will not sign"), QStringLiteral("refusalName"));
    add(m_witness, tr("Witness"), QStringLiteral("refusalWitness"));
    add(m_reason, tr("Reason"), QStringLiteral("refusalReason"));
    m_reason->setPlaceholderText(tr("may stay empty"));
    column->addLayout(lines);
    m_message->setObjectName(QStringLiteral("refusalTold"));
    column->addWidget(m_message);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_take);
    buttons->addWidget(m_leave);
    column->addLayout(buttons);
    hide();
    for (QLineEdit *line : {m_name, m_witness}) {
        connect(line, &QLineEdit::textEdited, this, &RefusalPanel::takeBack);
    }
    connect(m_name, &QLineEdit::returnPressed, m_witness, qOverload<>(&QWidget::setFocus));
    connect(m_witness, &QLineEdit::returnPressed, m_reason, qOverload<>(&QWidget::setFocus));
    connect(m_reason, &QLineEdit::returnPressed, this, &RefusalPanel::take);
    connect(m_take, &QPushButton::clicked, this, &RefusalPanel::take);
    connect(m_leave, &QPushButton::clicked, this, &RefusalPanel::leave);
    m_box->installEventFilter(this);
}

void RefusalPanel::ask(const QJsonObject &signature)
{
    m_name->setText(signature[u"name"].toString());
    m_witness->setText(signature[u"witness"].toString());
    m_reason->setText(signature[u"reason"].toString());
    m_message->hide();
    place();
    show();
    raise();
    (m_name->text().isEmpty() ? m_name : m_witness)->setFocus(Qt::PopupFocusReason);
}

void RefusalPanel::place()
{
    QWidget *window = m_box->window();
    if (parentWidget() != window) {
        setParent(window);
    }
    const QSize size = sizeHint().boundedTo(window->size());
    QPoint at = m_box->mapTo(window, QPoint(0, m_box->height()));
    if (at.y() + size.height() > window->height()) {
        at.setY(std::max(0, m_box->mapTo(window, QPoint(0, 0)).y() - size.height()));
    }
    at.setX(std::clamp(at.x(), 0, std::max(0, window->width() - size.width())));
    setGeometry(QRect(at, size));
}

void RefusalPanel::take()
{
    const QString name = m_name->text().trimmed();
    const QString witness = m_witness->text().trimmed();
    if (name.isEmpty() || witness.isEmpty()) {
        m_message->setMessage(name.isEmpty()
                                  ? tr("Write who will not sign.")
                                  : tr("Write who saw it: a refusal counts only before a witness."),
                              Severity::Refusal);
        m_message->show();
        m_message->setFixedHeight(m_message->heightFor(
            width() - layout()->contentsMargins().left() - layout()->contentsMargins().right()));
        place();
        (name.isEmpty() ? m_name : m_witness)->setFocus();
        return;
    }
    QJsonObject refusal{{QStringLiteral("name"), name},
                        {QStringLiteral("refused"), true},
                        {QStringLiteral("witness"), witness}};
    if (const QString reason = m_reason->text().simplified(); !reason.isEmpty()) {
        refusal.insert(QStringLiteral("reason"), reason);
    }
    leave();
    emit taken(refusal);
}

void RefusalPanel::takeBack()
{
    // The sentence was about the line now being written.
    if (!m_message->isHidden()) {
        m_message->hide();
        place();
    }
}

void RefusalPanel::paintEvent(QPaintEvent *)
{
    // A style's own frame is lost over the rules of a form.
    QPainter painter(this);
    painter.setPen(QPen(Theme::current().color(Theme::Role::FrameBorder), kFrame));
    painter.drawRect(QRectF(rect()).adjusted(kFrame / 2, kFrame / 2, -kFrame / 2, -kFrame / 2));
}

void RefusalPanel::leave()
{
    hide();
    m_box->setFocus(Qt::PopupFocusReason);
}

bool RefusalPanel::focusNextPrevChild(bool next)
{
    // Tab stays within the panel: behind it lies the form.
    const QList<QWidget *> stops{m_name, m_witness, m_reason, m_take, m_leave};
    const auto at = std::max<qsizetype>(0, stops.indexOf(focusWidget()));
    stops.at((at + (next ? 1 : stops.size() - 1)) % stops.size())->setFocus(Qt::TabFocusReason);
    return true;
}

void RefusalPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        leave();
        return;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && m_leave->hasFocus()) {
        leave();
        return;
    }
    if (enter && m_take->hasFocus()) {
        take();
        return;
    }
    // What the lines leave must not reach the form behind.
    event->accept();
}

bool RefusalPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_box && event->type() == QEvent::Hide) {
        hide();
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace huiyin
