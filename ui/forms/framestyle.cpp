// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/framestyle.h>
#include <forms/theme.h>

#include <QApplication>
#include <QPainter>
#include <QStyleOption>

namespace huiyin {

namespace {

constexpr double kRound = 2;
constexpr double kRing = 2;

/// Draws the frame of a control, or its ring while it has the focus.
void frame(QPainter &painter, const QStyleOption &option, const QRectF &place, double round)
{
    const auto &theme = Theme::current();
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool ring = enabled && (option.state & QStyle::State_HasFocus);
    const auto wide = ring ? kRing : 1.0;
    QColor colour = theme.color(ring ? Theme::Role::Accent : Theme::Role::Border);
    if (!enabled) {
        colour.setAlphaF(0.5F);
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, wide));
    painter.setBrush(Qt::NoBrush);
    const auto inset = wide / 2;
    painter.drawRoundedRect(place.adjusted(inset, inset, -inset, -inset), round, round);
    painter.restore();
}

} // namespace

void FrameStyle::install()
{
    const auto *present = QApplication::style();
    if (!qobject_cast<const FrameStyle *>(present) &&
        present->name().compare(QLatin1String("fusion"), Qt::CaseInsensitive) == 0) {
        QApplication::setStyle(new FrameStyle);
    }
}

void FrameStyle::drawPrimitive(PrimitiveElement element,
                               const QStyleOption *option,
                               QPainter *painter,
                               const QWidget *widget) const
{
    if (element == PE_FrameFocusRect) {
        QStyleOption ring(*option);
        ring.state |= State_HasFocus | State_Enabled;
        frame(*painter, ring, option->rect, kRound);
        return;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
    case PE_FrameLineEdit:
        frame(*painter, *option, option->rect, element == PE_FrameLineEdit ? kRound : 0);
        break;
    case PE_IndicatorRadioButton:
        frame(*painter, *option, option->rect, option->rect.height() / 2.0);
        break;
    case PE_PanelButtonCommand: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const bool flat = button && (button->features & QStyleOptionButton::Flat);
        if (!flat) {
            frame(*painter, *option, QRectF(option->rect).adjusted(0, 1, 0, 0), kRound);
        }
        break;
    }
    default:
        break;
    }
}

void FrameStyle::drawComplexControl(ComplexControl control,
                                    const QStyleOptionComplex *option,
                                    QPainter *painter,
                                    const QWidget *widget) const
{
    QProxyStyle::drawComplexControl(control, option, painter, widget);
    const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (control == CC_ComboBox && box && box->frame) {
        frame(*painter, *option, QRectF(option->rect).adjusted(0, 1, 0, 0), kRound);
    }
}

} // namespace huiyin
