// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/inlinemessage.h>
#include <forms/theme.h>

#include <QPainter>

namespace huiyin {

InlineMessage::InlineMessage(QWidget *parent)
    : QWidget(parent)
{
    setVisible(false);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void InlineMessage::setMessage(const QString &text, Severity severity)
{
    m_text = text;
    m_severity = severity;
    setAccessibleName(text);
    setVisible(!text.isEmpty());
    updateGeometry();
    update();
}

QString InlineMessage::message() const { return m_text; }

int InlineMessage::heightFor(int width) const
{
    const QFontMetrics metrics(font());
    const int unit = spacingUnit(font());
    const int room = std::max(1, width - unit * 3 - metrics.ascent());
    return metrics.boundingRect(QRect(0, 0, room, 10000), Qt::TextWordWrap, m_text).height() + unit;
}

void InlineMessage::paintEvent(QPaintEvent *)
{
    const Theme &theme = Theme::current();
    const bool grave = m_severity == Severity::Refusal;
    const bool hint = m_severity == Severity::Hint;
    const QColor text = theme.color(grave  ? Theme::Role::Error
                                    : hint ? Theme::Role::Hint
                                           : Theme::Role::Warning);
    const QColor fill = theme.color(grave  ? Theme::Role::ErrorFill
                                    : hint ? Theme::Role::HintFill
                                           : Theme::Role::WarningFill);
    const QFontMetrics metrics(font());
    const int unit = spacingUnit(font());
    QPainter painter(this);
    painter.fillRect(rect(), fill);
    const int side = metrics.ascent();
    const QString icon = grave  ? QStringLiteral("alert-circle")
                         : hint ? QStringLiteral("info-circle")
                                : QStringLiteral("alert-triangle");
    Theme::icon(icon,
                grave  ? Theme::Role::Error
                : hint ? Theme::Role::Hint
                       : Theme::Role::Warning)
        .paint(&painter, QRect(unit, unit / 2 + (metrics.height() - side) / 2, side, side));
    painter.setPen(text);
    painter.drawText(
        rect().adjusted(unit * 2 + side, unit / 2, -unit, 0), Qt::TextWordWrap, m_text);
}

} // namespace huiyin
