// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/followselection.h>
#include <forms/theme.h>
#include <window/navpane.h>

#include <QApplication>
#include <QEvent>
#include <QPainter>
#include <QStyledItemDelegate>

namespace huiyin {

namespace {

constexpr double kLeastPoints = 9;

/// Title on the left, count on the right, so that counts stand in one column.
class QueueDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    bool rail = false;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        auto item = option;
        initStyleOption(&item, index);
        const auto count = index.data(QueueModel::CountTextRole).toString();
        const auto title = item.text;
        item.text.clear();
        item.icon = {};
        auto *style = item.widget ? item.widget->style() : QApplication::style();
        style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

        const auto selected = item.state.testFlag(QStyle::State_Selected);
        const auto role = selected ? QPalette::HighlightedText : QPalette::Text;
        const auto unit = item.fontMetrics.height() / 5;
        const auto side = item.fontMetrics.height();
        auto box = item.rect.adjusted(unit * 2, 0, -unit * 2, 0);
        const QRect iconBox =
            rail ? QRect(box.center().x() - side / 2, box.top() + unit / 2, side, side)
                 : QRect(box.left(), box.center().y() - side / 2, side, side);
        Theme::icon(index.data(QueueModel::IconRole).toString())
            .paint(painter, iconBox, Qt::AlignCenter);
        painter->save();
        painter->setPen(item.palette.color(QPalette::Active, role));
        painter->setFont(item.font);
        if (rail) {
            auto small = item.font;
            small.setPointSizeF(std::max(kLeastPoints, small.pointSizeF() * 0.6));
            painter->setFont(small);
            painter->drawText(item.rect, Qt::AlignHCenter | Qt::AlignBottom, count);
        } else {
            box.setLeft(iconBox.right() + unit * 2);
            const auto countWidth = item.fontMetrics.horizontalAdvance(count);
            painter->drawText(box, Qt::AlignRight | Qt::AlignVCenter, count);
            box.setRight(box.right() - countWidth - unit);
            painter->drawText(box,
                              Qt::AlignLeft | Qt::AlignVCenter,
                              item.fontMetrics.elidedText(title, Qt::ElideRight, box.width()));
        }
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &) const override
    {
        return {option.fontMetrics.height() * 2, option.fontMetrics.height() * 2};
    }
};

constexpr double kWideHan = 11;
constexpr double kRailHan = 3.5;

} // namespace

NavPane::NavPane(QueueModel &model, QWidget *parent)
    : QListView(parent)
    , m_model(model)
{
    setModel(&model);
    setItemDelegate(new QueueDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setUniformItemSizes(true);
    setAccessibleName(tr("Work queues"));
    const auto choose = [this](const QModelIndex &index) {
        if (index.isValid()) {
            emit chosen(m_model.queues().at(index.row()));
        }
    };
    connect(this, &QListView::clicked, this, choose);
    connect(this, &QListView::activated, this, choose);
    followSelection(this, choose);
    fit();
}

QSize NavPane::sizeHint() const { return {width(), 200}; }

void NavPane::setRail(bool rail)
{
    if (rail != m_rail) {
        m_rail = rail;
        static_cast<QueueDelegate *>(itemDelegate())->rail = rail;
        fit();
        viewport()->update();
    }
}

void NavPane::fit()
{
    setFixedWidth(static_cast<int>((m_rail ? kRailHan : kWideHan) * hanWidth(font())));
    doItemsLayout();
}

void NavPane::mark(const QString &queueId)
{
    const auto row = m_model.rowOf(queueId);
    if (row >= 0) {
        setCurrentIndex(m_model.index(row));
    } else {
        clearSelection();
        setCurrentIndex({});
    }
}

void NavPane::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        fit();
    }
}

} // namespace huiyin
