// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/theme.h>
#include <window/timelinepane.h>

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTextDocument>
#include <QTextLayout>
#include <QVBoxLayout>

namespace huiyin {

namespace {

constexpr double kWhenHan = 10;
constexpr double kWhoHan = 8;

/// When, who and what stand in columns; the detail runs on below what.
class StepDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter,
               const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        auto item = option;
        initStyleOption(&item, index);
        item.text.clear();
        auto *style = item.widget ? item.widget->style() : QApplication::style();
        style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
        const auto &theme = Theme::current();
        const auto unit = item.fontMetrics.height() / 5;
        const auto han = hanWidth(item.font);
        const bool selected = item.state.testFlag(QStyle::State_Selected);
        const auto strong = selected ? item.palette.color(QPalette::HighlightedText)
                                     : theme.color(Theme::Role::Text);
        const auto weak = selected ? strong : theme.color(Theme::Role::Secondary);
        auto box = item.rect.adjusted(unit * 3, unit, -unit * 3, -unit);

        painter->save();
        const auto line = item.rect.left() + unit * 3 + static_cast<int>(kWhenHan * han) + han / 2;
        painter->setPen(QPen(theme.color(Theme::Role::Border), 1));
        painter->drawLine(line, item.rect.top(), line, item.rect.bottom());
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(index.data(TimelineModel::SystemRole).toBool()
                              ? theme.color(Theme::Role::Base)
                              : theme.color(Theme::Role::Accent));
        painter->setPen(QPen(theme.color(Theme::Role::Accent), 1.5));
        const auto dot = unit * 1.1;
        painter->drawEllipse(QPointF(line, box.top() + item.fontMetrics.height() / 2.0), dot, dot);

        painter->setFont(item.font);
        painter->setPen(weak);
        painter->drawText(
            QRect(
                box.left(), box.top(), static_cast<int>(kWhenHan * han), item.fontMetrics.height()),
            Qt::AlignLeft | Qt::AlignVCenter,
            index.data(TimelineModel::WhenRole).toString());
        box.setLeft(line + han);
        painter->drawText(
            QRect(
                box.left(), box.top(), static_cast<int>(kWhoHan * han), item.fontMetrics.height()),
            Qt::AlignLeft | Qt::AlignVCenter,
            item.fontMetrics.elidedText(index.data(TimelineModel::WhoRole).toString(),
                                        Qt::ElideRight,
                                        static_cast<int>(kWhoHan * han)));
        box.setLeft(box.left() + static_cast<int>((kWhoHan + 0.5) * han));
        auto strongFont = item.font;
        strongFont.setBold(true);
        strongFont.setStrikeOut(index.data(TimelineModel::StruckRole).toBool());
        painter->setFont(strongFont);
        painter->setPen(strong);
        const auto what = index.data(TimelineModel::WhatRole).toString();
        const auto whatBox =
            painter->boundingRect(box, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, what);
        painter->drawText(whatBox, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, what);
        const auto detail = index.data(TimelineModel::DetailRole).toString();
        if (!detail.isEmpty()) {
            auto plain = item.font;
            plain.setStrikeOut(strongFont.strikeOut());
            painter->setFont(plain);
            painter->setPen(weak);
            box.setTop(whatBox.bottom() + unit / 2);
            painter->drawText(box, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, detail);
        }
        painter->restore();
    }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override
    {
        const auto unit = option.fontMetrics.height() / 5;
        const auto han = hanWidth(option.font);
        const auto width =
            option.widget
                ? static_cast<const QAbstractItemView *>(option.widget)->viewport()->width()
                : 600;
        const auto room =
            std::max(han * 8, width - unit * 6 - static_cast<int>((kWhenHan + kWhoHan + 2) * han));
        auto bold = option.font;
        bold.setBold(true);
        const QRect box(0, 0, room, 100000);
        auto height =
            QFontMetrics(bold)
                .boundingRect(box, Qt::TextWordWrap, index.data(TimelineModel::WhatRole).toString())
                .height();
        const auto detail = index.data(TimelineModel::DetailRole).toString();
        if (!detail.isEmpty()) {
            height +=
                unit / 2 + option.fontMetrics.boundingRect(box, Qt::TextWordWrap, detail).height();
        }
        return {room, std::max(height, option.fontMetrics.height()) + unit * 4};
    }
};

} // namespace

class TimelinePane::Sieve : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    QStringList actions;
    bool machine = true;
    bool people = true;

    void apply() { invalidateFilter(); }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const auto index = sourceModel()->index(row, 0, parent);
        const bool byMachine = index.data(TimelineModel::SystemRole).toBool();
        return (byMachine ? machine : people) &&
               (actions.isEmpty() ||
                actions.contains(index.data(TimelineModel::ActionRole).toString()));
    }
};

TimelinePane::TimelinePane(Shell &shell, QWidget *parent)
    : QWidget(parent)
    , m_shell(shell)
    , m_model(shell.ground())
    , m_sieve(new Sieve(this))
    , m_view(new QListView(this))
    , m_which(new QComboBox(this))
    , m_machine(new QCheckBox(tr("S&ystem"), this))
    , m_people(new QCheckBox(tr("Peop&le"), this))
{
    const auto unit = spacingUnit(font());
    m_sieve->setSourceModel(&m_model);
    m_view->setModel(m_sieve);
    m_view->setItemDelegate(new StepDelegate(m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setResizeMode(QListView::Adjust);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setAccessibleName(tr("Timeline"));
    m_which->addItem(tr("Everything"), QStringList());
    m_which->addItem(tr("Corrections"), QStringList{QStringLiteral("amend")});
    m_which->addItem(tr("Notes and files"),
                     QStringList{QStringLiteral("note"), QStringLiteral("attach")});
    m_which->addItem(tr("Deadlines"),
                     QStringList{QStringLiteral("extend"),
                                 QStringLiteral("pause"),
                                 QStringLiteral("resume"),
                                 QStringLiteral("recount"),
                                 QStringLiteral("moveRegulation")});
    m_which->setAccessibleName(tr("What the timeline shows"));
    m_machine->setChecked(true);
    m_people->setChecked(true);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(unit * 3, unit * 2, unit * 3, unit);
    auto *label = new QLabel(tr("Show"), this);
    label->setBuddy(m_which);
    row->addWidget(label);
    row->addWidget(m_which);
    row->addWidget(m_people);
    row->addWidget(m_machine);
    row->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_view, 1);
    const auto sift = [this] {
        m_sieve->actions = m_which->currentData().toStringList();
        m_sieve->machine = m_machine->isChecked();
        m_sieve->people = m_people->isChecked();
        m_sieve->apply();
    };
    connect(m_which, &QComboBox::currentIndexChanged, this, sift);
    connect(m_machine, &QCheckBox::toggled, this, sift);
    connect(m_people, &QCheckBox::toggled, this, sift);
}

TimelinePane::~TimelinePane() = default;

void TimelinePane::showCase(const CaseFile &caseFile)
{
    m_model.setCase(caseFile, m_shell.desk);
    m_view->scrollToTop();
}

} // namespace huiyin
