// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/clausewords.h>
#include <forms/deadlinebox.h>
#include <forms/deadlinechip.h>
#include <forms/quietlabel.h>
#include <forms/theme.h>
#include <models/regulationwords.h>

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace huiyin {

namespace {

QLabel *line(const QString &text, QWidget *parent, Theme::Role role = Theme::Role::Text)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, Theme::current().color(role));
    label->setPalette(palette);
    return label;
}

void empty(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->layout()) {
            empty(item->layout());
        }
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

} // namespace

DeadlineBox::DeadlineBox(UiGround ground, Explain explain, QWidget *parent)
    : QWidget(parent)
    , m_ground(std::move(ground))
    , m_explain(std::move(explain))
    , m_column(new QVBoxLayout(this))
{
    const int unit = spacingUnit(font());
    m_column->setContentsMargins(unit * 2, unit * 2, unit * 2, unit * 2);
    m_column->setSpacing(unit);
    rebuild();
}

void DeadlineBox::setClocks(const QVector<Clock> &clocks, bool preview)
{
    const auto same = [](const Clock &a, const Clock &b) { return a.toJson() == b.toJson(); };
    if (m_preview == preview &&
        std::equal(clocks.cbegin(), clocks.cend(), m_clocks.cbegin(), m_clocks.cend(), same)) {
        return;
    }
    m_clocks = clocks;
    m_preview = preview;
    rebuild();
}

void DeadlineBox::setGround(const UiGround &ground)
{
    m_ground = ground;
    rebuild();
}

void DeadlineBox::tick()
{
    const Instant now = m_ground.clock();
    for (int i = 0; i < m_clocks.size() && i < m_chips.size(); ++i) {
        m_chips[i]->setState(
            DeadlineState::of(m_clocks[i], m_ground.calendar, m_ground.hours, now));
    }
    fitHeads();
}

static QString reasonText(const CountedDay &day)
{
    if (day.reason == QLatin1String("receipt")) {
        return DeadlineBox::tr("day of receipt, not counted");
    }
    if (day.reason == QLatin1String("paused")) {
        return DeadlineBox::tr("clock paused");
    }
    if (day.reason == QLatin1String("outsideHours")) {
        return DeadlineBox::tr("outside office hours");
    }
    if (day.reason == QLatin1String("rolled")) {
        return DeadlineBox::tr("due day moved to here");
    }
    if (day.fact.kind == DayKind::Holiday) {
        return day.fact.name.isEmpty() ? DeadlineBox::tr("holiday") : day.fact.name;
    }
    if (day.fact.kind == DayKind::Weekend) {
        return DeadlineBox::tr("weekend");
    }
    return {};
}

QStringList DeadlineBox::explanation(const Clock &clock) const
{
    QStringList lines;
    if (!m_explain) {
        return lines;
    }
    const auto days = m_explain(clock);
    if (!days) {
        return {m_ground.library->texts.sentence(days.error(), m_ground.language)};
    }
    const Day today = m_ground.clock().localDay();
    for (const CountedDay &day : *days) {
        QString text = DeadlineState::dayText(day.day, today);
        if (day.number > 0) {
            text += QStringLiteral("  ") + tr("day %1").arg(day.number);
            if (day.fact.kind == DayKind::MakeupDay) {
                text += QStringLiteral("  ") + tr("make-up workday (%1)").arg(day.fact.name);
            }
        } else {
            const QString reason = reasonText(day);
            text += QStringLiteral("  ") + (reason.isEmpty() ? tr("not counted")
                                            : day.reason == QLatin1String("receipt") ||
                                                    day.reason == QLatin1String("rolled") ||
                                                    day.reason == QLatin1String("paused")
                                                ? reason
                                                : tr("%1, not counted").arg(reason));
        }
        if (!day.fact.known) {
            text += QStringLiteral("  ") + tr("(forecast)");
        }
        lines.append(text);
    }
    return lines;
}

void DeadlineBox::setRegulation(const Regulation &regulation) { m_regulation = regulation; }

void DeadlineBox::rebuild()
{
    empty(m_column);
    m_chips.clear();
    m_heads.clear();
    const Instant now = m_ground.clock();
    const int unit = spacingUnit(font());
    if (m_clocks.isEmpty()) {
        m_column->addWidget(line(m_preview ? tr("No deadline starts with what is filled in so far.")
                                           : tr("No deadline runs."),
                                 this,
                                 Theme::Role::Secondary));
        m_column->addStretch(1);
        return;
    }
    if (m_preview) {
        m_column->addWidget(line(tr("Registering now starts:"), this, Theme::Role::Secondary));
    }
    for (int i = 0; i < m_clocks.size(); ++i) {
        const Clock &clock = m_clocks[i];
        const DeadlineState state =
            DeadlineState::of(clock, m_ground.calendar, m_ground.hours, now);
        auto *head = new QBoxLayout(QBoxLayout::LeftToRight);
        auto *name = line(clockWord(m_ground, clock.label), this);
        QFont bold = font();
        bold.setBold(true);
        name->setFont(bold);
        head->addWidget(name, 1);
        auto *chip = new DeadlineChip(this);
        chip->setState(state);
        m_chips.append(chip);
        head->addWidget(chip);
        m_heads.append({head, name, chip});
        m_column->addLayout(head);

        QString when = state.dueText.isEmpty() ? tr("stopped until the pause ends")
                                               : tr("by %1").arg(state.dueText);
        if (clock.provisional) {
            when +=
                QStringLiteral("  ") + tr("(provisional: next year's holidays are not published)");
        }
        m_column->addWidget(line(when, this));
        const Result<Limit> limit = Limit::fromJson(clock.limit);
        QStringList basis;
        if (limit) {
            basis.append(limit->toText(m_ground.language == Language::Chinese));
        }
        if (!clock.rules.isEmpty()) {
            basis.append(clock.rules.join(listSeparator(m_ground)));
        }
        auto *foot = new QHBoxLayout;
        auto *source = line(basis.join(QStringLiteral(" · ")), this, Theme::Role::Secondary);
        source->setToolTip(
            clauseWords(m_regulation, clock.rules, m_ground.language == Language::Chinese));
        source->setAccessibleDescription(source->toolTip());
        foot->addWidget(source, 1);
        const bool unfolded = m_unfolded.contains(clock.id);
        if (m_explain) {
            auto *why = new QPushButton(unfolded ? tr("Fold") : tr("Why"), this);
            why->setFlat(true);
            why->setIcon(Theme::icon(unfolded ? QStringLiteral("chevron-down")
                                              : QStringLiteral("help-circle"),
                                     Theme::Role::Accent));
            why->setAccessibleName(tr("Why %1 is due then").arg(clockWord(m_ground, clock.label)));
            why->setObjectName(QStringLiteral("why_") + clock.id);
            connect(why, &QPushButton::clicked, this, [this, id = clock.id] {
                if (!m_unfolded.removeOne(id)) {
                    m_unfolded.append(id);
                }
                rebuild();
                if (auto *again = findChild<QPushButton *>(QStringLiteral("why_") + id)) {
                    again->setFocus();
                }
            });
            foot->addWidget(why, 0, Qt::AlignRight);
        }
        m_column->addLayout(foot);
        if (const auto open = RegulationWords::leftOpen(m_regulation, clock); !open.isEmpty()) {
            auto *doubt =
                new QuietLabel(RegulationWords::confirmation(open), this, Theme::Role::Warning);
            doubt->setObjectName(QStringLiteral("doubt_") + clock.id);
            m_column->addWidget(doubt);
        }
        if (unfolded) {
            auto *days = new QWidget(this);
            auto *grid = new QGridLayout(days);
            grid->setContentsMargins(unit * 2, unit, 0, unit);
            grid->setHorizontalSpacing(unit * 2);
            grid->setVerticalSpacing(unit / 2);
            int row = 0;
            for (const QString &text : explanation(clock)) {
                const QStringList parts = text.split(QStringLiteral("  "));
                const bool counted = parts.size() > 1 && !text.contains(tr("not counted"));
                grid->addWidget(
                    line(parts.first(), days, counted ? Theme::Role::Text : Theme::Role::Secondary),
                    row,
                    0);
                grid->addWidget(line(parts.mid(1).join(QStringLiteral(" ")),
                                     days,
                                     counted ? Theme::Role::Text : Theme::Role::Secondary),
                                row,
                                1);
                ++row;
            }
            grid->setColumnStretch(1, 1);
            m_column->addWidget(days);
        }
        if (i + 1 < m_clocks.size()) {
            auto *rule = new QFrame(this);
            rule->setFrameShape(QFrame::HLine);
            rule->setFrameShadow(QFrame::Plain);
            QPalette palette = rule->palette();
            palette.setColor(QPalette::WindowText, Theme::current().color(Theme::Role::Border));
            rule->setPalette(palette);
            m_column->addWidget(rule);
        }
    }
    m_column->addStretch(1);
    fitHeads();
}

void DeadlineBox::fitHeads()
{
    const auto margins = m_column->contentsMargins();
    const int room = width() - margins.left() - margins.right();
    for (const Head &head : std::as_const(m_heads)) {
        const int wanted = QFontMetrics(head.name->font()).horizontalAdvance(head.name->text()) +
                           head.row->spacing() + head.chip->sizeHint().width();
        const bool beside = wanted <= room;
        head.row->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
        head.row->setAlignment(head.chip, beside ? Qt::AlignVCenter : Qt::AlignLeft);
    }
}

QSize DeadlineBox::sizeHint() const
{
    const QSize plain = QWidget::sizeHint();
    return {plain.width(), std::max(plain.height(), m_column->totalHeightForWidth(width()))};
}

void DeadlineBox::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->oldSize().width() != event->size().width()) {
        fitHeads();
        updateGeometry();
    }
}

void DeadlineBox::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        // Rebuilding sets palettes of children, never of this widget: no loop.
        rebuild();
    }
}

} // namespace huiyin
