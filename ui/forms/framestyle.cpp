// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/framestyle.h>
#include <forms/theme.h>

#include <QAbstractItemView>
#include <QApplication>
#include <QFontMetrics>
#include <QHeaderView>
#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace huiyin {

namespace {

constexpr double kRound = 2;
constexpr double kRing = 2;
constexpr int kBar = 3;

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
    case PE_Frame:
        // Around lists; the cells of a form have none.
        if (qobject_cast<const QAbstractItemView *>(widget)) {
            frame(*painter, *option, option->rect, 0);
        }
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

void FrameStyle::drawControl(ControlElement element,
                             const QStyleOption *option,
                             QPainter *painter,
                             const QWidget *widget) const
{
    QProxyStyle::drawControl(element, option, painter, widget);
    if (element == CE_TabBarTabShape && option->state & State_Selected) {
        painter->fillRect(
            QRect(option->rect.left() + 2, option->rect.top(), option->rect.width() - 4, kBar),
            Theme::current().color(Theme::Role::Accent));
    }
    if (element == CE_PushButtonBevel && option->state & State_HasFocus) {
        // Qt draws no panel for a flat button, and with it no ring.
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (button && (button->features & QStyleOptionButton::Flat)) {
            frame(*painter, *option, option->rect, kRound);
        }
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

int FrameStyle::pixelMetric(PixelMetric metric,
                            const QStyleOption *option,
                            const QWidget *widget) const
{
    switch (metric) {
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_TabBarIconSize:
        return std::max(QProxyStyle::pixelMetric(metric, option, widget),
                        QFontMetrics(QApplication::font()).ascent() + 1);
    case PM_HeaderMargin: {
        // Rows take their least height from the header at their side: that one stays narrow.
        const auto *header = qobject_cast<const QHeaderView *>(widget);
        return header && header->orientation() == Qt::Horizontal
                   ? spacingUnit(QApplication::font()) * 2
                   : QProxyStyle::pixelMetric(metric, option, widget);
    }
    case PM_FocusFrameHMargin:
        // A pixel is added where an item is laid out.
        return qobject_cast<const QAbstractItemView *>(widget)
                   ? spacingUnit(QApplication::font()) * 2 - 1
                   : QProxyStyle::pixelMetric(metric, option, widget);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

} // namespace huiyin
