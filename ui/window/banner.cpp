// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/theme.h>
#include <window/banner.h>

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QToolButton>

namespace huiyin {

Banner::Banner(QWidget *parent)
    : QFrame(parent)
    , m_sign(new QLabel(this))
    , m_label(new QLabel(this))
    , m_row(new QHBoxLayout(this))
{
    const auto unit = spacingUnit(font());
    m_row->setContentsMargins(unit * 3, unit, unit * 2, unit);
    m_row->setSpacing(unit * 2);
    m_row->addWidget(m_sign);
    m_row->addWidget(m_label, 1);
    m_label->setWordWrap(true);
    m_label->setTextFormat(Qt::PlainText);
    setAutoFillBackground(true);
    hide();
}

void Banner::say(const QString &text, Severity severity)
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    m_severity = severity;
    m_label->setText(text);
    setAccessibleName(text);
    paintSigns();
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Banner::offer(const QString &words, std::function<void()> act)
{
    auto *button = new QPushButton(words, this);
    connect(button, &QPushButton::clicked, this, [act = std::move(act)] { act(); });
    m_row->addWidget(button);
    m_buttons.append(button);
}

void Banner::offerDismissal()
{
    auto *button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setIcon(Theme::icon(QStringLiteral("x")));
    button->setToolTip(tr("Hide this line"));
    button->setAccessibleName(tr("Hide this line"));
    connect(button, &QToolButton::clicked, this, &Banner::dismiss);
    m_row->addWidget(button);
    m_buttons.append(button);
}

void Banner::dismiss()
{
    hide();
    m_label->clear();
}

QString Banner::text() const { return m_label->text(); }

void Banner::paintSigns()
{
    const QScopedValueRollback painting(m_painting, true);
    const auto &theme = Theme::current();
    const auto fillRole = m_severity == Severity::Refusal   ? Theme::Role::ErrorFill
                          : m_severity == Severity::Warning ? Theme::Role::WarningFill
                                                            : Theme::Role::HintFill;
    const auto textRole = m_severity == Severity::Refusal   ? Theme::Role::Error
                          : m_severity == Severity::Warning ? Theme::Role::Warning
                                                            : Theme::Role::Hint;
    const auto *name = m_severity == Severity::Refusal   ? "alert-octagon"
                       : m_severity == Severity::Warning ? "alert-triangle"
                                                         : "info-circle";
    auto colours = palette();
    colours.setColor(QPalette::Window, theme.color(fillRole));
    colours.setColor(QPalette::WindowText, theme.color(textRole));
    setPalette(colours);
    const auto side = fontMetrics().height();
    m_sign->setPixmap(Theme::icon(QString::fromLatin1(name), textRole)
                          .pixmap(QSize(side, side), devicePixelRatioF()));
}

void Banner::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    // The strip's own colours are a palette too: setting them must not start over.
    const bool wanted =
        event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange;
    if (wanted && !m_painting) {
        paintSigns();
    }
}

} // namespace huiyin
