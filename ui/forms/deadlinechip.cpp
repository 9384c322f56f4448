// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/deadlinechip.h>
#include <forms/theme.h>
#include <models/caselistmodel.h>

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <numbers>

namespace huiyin {

namespace {

using Kind = DeadlineState::Kind;

QPolygonF triangle(const QRectF &r)
{
    return QPolygonF({{r.center().x(), r.top() + r.height() * 0.06},
                      {r.right(), r.bottom() - r.height() * 0.08},
                      {r.left(), r.bottom() - r.height() * 0.08}});
}

QPolygonF octagon(const QRectF &r)
{
    QPolygonF points;
    for (int i = 0; i < 8; ++i) {
        const double angle = std::numbers::pi * (2 * i + 1) / 8;
        points << QPointF(r.center().x() + r.width() / 2 * std::cos(angle),
                          r.center().y() + r.height() / 2 * std::sin(angle));
    }
    return points;
}

void paintMark(QPainter &painter, const QRectF &r, const QColor &color)
{
    const double w = r.width();
    painter.setPen(QPen(color, w * 0.13, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(r.center().x(), r.top() + r.height() * 0.36),
                     QPointF(r.center().x(), r.top() + r.height() * 0.62));
    painter.drawPoint(QPointF(r.center().x(), r.top() + r.height() * 0.80));
}

int shapeSide(const QFont &font) { return QFontMetrics(font).ascent(); }

QFont chipFont(QFont font, Kind kind)
{
    font.setBold(kind == Kind::Urgent || kind == Kind::Overdue);
    return font;
}

} // namespace

void paintDeadlineShape(QPainter &painter,
                        const QRectF &square,
                        const DeadlineState &state,
                        const Theme &theme)
{
    const Theme::Swatch swatch = theme.state(state.kind);
    const double w = square.width();
    const QRectF r = square.adjusted(w * 0.06, w * 0.06, -w * 0.06, -w * 0.06);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QPen line(
        swatch.text, std::max(1.2, w * 0.11), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.setPen(line);
    painter.setBrush(Qt::NoBrush);
    switch (state.kind) {
    case Kind::None:
        break;
    case Kind::Ample:
        painter.drawEllipse(r);
        painter.setPen(Qt::NoPen);
        painter.setBrush(swatch.text);
        painter.drawPie(r.adjusted(w * 0.14, w * 0.14, -w * 0.14, -w * 0.14),
                        90 * 16,
                        int(-state.share * 360 * 16));
        break;
    case Kind::Soon:
        painter.drawPolygon(triangle(r));
        break;
    case Kind::Urgent:
        painter.setBrush(swatch.text);
        painter.drawPolygon(triangle(r));
        paintMark(painter, r, swatch.fill.isValid() ? swatch.fill : theme.color(Theme::Role::Base));
        break;
    case Kind::Overdue:
        painter.setBrush(swatch.text);
        painter.setPen(Qt::NoPen);
        painter.drawPolygon(octagon(r.adjusted(-w * 0.04, -w * 0.04, w * 0.04, w * 0.04)));
        paintMark(painter, r.adjusted(0, -w * 0.06, 0, -w * 0.06), swatch.fill);
        break;
    case Kind::Paused:
        painter.setPen(Qt::NoPen);
        painter.setBrush(swatch.text);
        painter.drawRoundedRect(
            QRectF(r.left() + w * 0.1, r.top() + w * 0.04, w * 0.22, r.height() - w * 0.08),
            w * 0.05,
            w * 0.05);
        painter.drawRoundedRect(
            QRectF(r.right() - w * 0.32, r.top() + w * 0.04, w * 0.22, r.height() - w * 0.08),
            w * 0.05,
            w * 0.05);
        break;
    case Kind::OffHours: {
        QPainterPath moon;
        moon.addEllipse(r);
        QPainterPath shade;
        shade.addEllipse(r.translated(w * 0.3, -w * 0.12));
        painter.setPen(Qt::NoPen);
        painter.setBrush(swatch.text);
        painter.drawPath(moon.subtracted(shade));
        break;
    }
    case Kind::Met:
    case Kind::MetLate: {
        QPolygonF check({{r.left() + w * 0.08, r.top() + r.height() * 0.55},
                         {r.left() + r.width() * 0.36, r.bottom() - w * 0.12},
                         {r.right() - w * 0.02, r.top() + w * 0.16}});
        painter.drawPolyline(check);
        if (state.kind == Kind::MetLate) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(swatch.text);
            painter.drawEllipse(
                QPointF(r.right() - w * 0.06, r.bottom() - w * 0.08), w * 0.11, w * 0.11);
        }
        break;
    }
    }
    painter.restore();
}

int paintDeadlineChip(QPainter &painter,
                      const QRect &rect,
                      const DeadlineState &state,
                      const Theme &theme,
                      const QFont &baseFont,
                      bool selected)
{
    if (state.kind == Kind::None) {
        return 0;
    }
    const QFont font = chipFont(baseFont, state.kind);
    const QFontMetrics metrics(font);
    const int unit = spacingUnit(font);
    const int side = shapeSide(font);
    const int height = std::min(rect.height(), metrics.height() + unit);
    const int wanted = unit * 3 + side + metrics.horizontalAdvance(state.text) +
                       (state.provisional ? metrics.horizontalAdvance(u'*') : 0);
    const int width = std::min(rect.width(), wanted);
    const QRect chip(rect.left(), rect.center().y() - height / 2 + 1, width, height);
    const Theme::Swatch swatch = theme.state(state.kind);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (swatch.fill.isValid()) {
        painter.setPen(selected || theme.face() == Theme::Face::HighContrast ? QPen(swatch.text, 1)
                                                                             : QPen(Qt::NoPen));
        painter.setBrush(swatch.fill);
        painter.drawRoundedRect(QRectF(chip).adjusted(0.5, 0.5, -0.5, -0.5), unit, unit);
    }
    const QRectF square(chip.left() + unit, chip.center().y() - side / 2.0 + 0.5, side, side);
    paintDeadlineShape(painter, square, state, theme);
    painter.setFont(font);
    painter.setPen(swatch.fill.isValid() || !selected ? swatch.text
                                                      : theme.color(Theme::Role::SelectionText));
    const QRect textRect(chip.left() + unit * 2 + side,
                         chip.top(),
                         chip.width() - unit * 3 - side + unit / 2,
                         chip.height());
    const QString text = state.provisional ? state.text + u'*' : state.text;
    painter.drawText(textRect,
                     Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     metrics.elidedText(text, Qt::ElideRight, textRect.width()));
    painter.restore();
    return width;
}

int deadlineChipRoom(const QFont &font)
{
    const QFont letters = chipFont(font, Kind::Overdue);
    const QString span = DeadlineState::tr("%1 working days").arg(QStringLiteral("888.8"));
    return spacingUnit(letters) * 3 + shapeSide(letters) +
           QFontMetrics(letters).horizontalAdvance(DeadlineState::tr("%1 over").arg(span));
}

DeadlineChip::DeadlineChip(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void DeadlineChip::setState(const DeadlineState &state)
{
    if (m_state == state) {
        return;
    }
    m_state = state;
    setAccessibleName(state.spoken);
    setToolTip(state.spoken);
    updateGeometry();
    update();
}

QSize DeadlineChip::sizeHint() const
{
    const QFont font = chipFont(this->font(), m_state.kind);
    const QFontMetrics metrics(font);
    const int unit = spacingUnit(font);
    return {unit * 4 + shapeSide(font) + metrics.horizontalAdvance(m_state.text + u'*'),
            metrics.height() + unit + 2};
}

void DeadlineChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintDeadlineChip(painter, rect(), m_state, Theme::current(), font(), false);
}

void DeadlineChip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange) {
        updateGeometry();
        update();
    }
    QWidget::changeEvent(event);
}

void DeadlineDelegate::paint(QPainter *painter,
                             const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QFont font = item.font;
    item.text.clear();
    const QStyle *style = item.widget ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
    const DeadlineState state = index.data(CaseListModel::DeadlineRole).value<DeadlineState>();
    const int unit = spacingUnit(font);
    paintDeadlineChip(*painter,
                      option.rect.adjusted(unit, 1, -unit, -1),
                      state,
                      Theme::current(),
                      font,
                      option.state.testFlag(QStyle::State_Selected));
}

QSize DeadlineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize base = QStyledItemDelegate::sizeHint(option, index);
    const int unit = spacingUnit(option.font);
    return {base.width() + unit * 6 + shapeSide(option.font), base.height() + unit};
}

} // namespace huiyin
