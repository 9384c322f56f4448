// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <forms/theme.h>
#include <window/filterchips.h>

#include <QAction>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

namespace huiyin {

namespace {

constexpr int kMostNames = 30;
constexpr int kThreeDays = 4; ///< until the end of the third day after today

enum class ChipKind { Stage, Due, Kind, Category, Department };

const auto kLate = QStringLiteral("overdue");
const auto kToday = QStringLiteral("today");
const auto kSoon = QStringLiteral("threeDays");

} // namespace

struct FilterChips::Chip
{
    ChipKind kind;
    QString words;
    QPushButton *button = nullptr;
    QStringList chosen;                 ///< values, in the order they were marked
    QHash<QString, QString> names = {}; ///< words of the values the menu offered
};

FilterChips::FilterChips(Shell &shell, QWidget *parent)
    : QObject(parent)
    , m_shell(shell)
    , m_clear(new QPushButton(Theme::icon(QStringLiteral("x")), tr("Clear filters"), parent))
{
    const QVector<QPair<ChipKind, QString>> kinds = {{ChipKind::Stage, tr("Stage")},
                                                     {ChipKind::Due, tr("Deadline")},
                                                     {ChipKind::Kind, tr("Kind")},
                                                     {ChipKind::Category, tr("Category")},
                                                     {ChipKind::Department, tr("Department")}};
    for (const auto &[kind, words] : kinds) {
        auto chip = std::make_unique<Chip>();
        chip->kind = kind;
        chip->words = words;
        chip->button = new QPushButton(parent);
        chip->button->setAutoDefault(false);
        chip->button->setMenu(new QMenu(chip->button));
        connect(chip->button->menu(), &QMenu::aboutToShow, this, [this, raw = chip.get()] {
            fill(*raw);
        });
        say(*chip);
        m_chips.push_back(std::move(chip));
    }
    m_clear->setFlat(true);
    m_clear->hide();
    connect(m_clear, &QPushButton::clicked, this, &FilterChips::clearByHand);
    connect(this, &FilterChips::changed, m_clear, [this] { m_clear->setVisible(any()); });
}

FilterChips::~FilterChips() = default;

QList<QPushButton *> FilterChips::buttons() const
{
    QList<QPushButton *> buttons;
    for (const auto &chip : m_chips) {
        buttons.append(chip->button);
    }
    return buttons << m_clear;
}

bool FilterChips::any() const
{
    return std::any_of(
        m_chips.cbegin(), m_chips.cend(), [](const auto &chip) { return !chip->chosen.isEmpty(); });
}

void FilterChips::clear()
{
    for (const auto &chip : m_chips) {
        chip->chosen.clear();
        say(*chip);
    }
    m_clear->hide();
}

void FilterChips::say(const Chip &chip) const
{
    auto words = chip.words;
    if (!chip.chosen.isEmpty()) {
        QStringList shown;
        for (const auto &value : chip.chosen) {
            shown.append(chip.names.value(value, value));
        }
        words += tr(": %1").arg(shown.join(tr(", ")));
    }
    chip.button->setText(words);
    chip.button->setAccessibleName(words);
}

void FilterChips::fill(Chip &chip)
{
    const auto ground = m_shell.ground();
    auto *menu = chip.button->menu();
    menu->clear();
    const auto add = [&](const QString &value, const QString &words) {
        chip.names.insert(value, words);
        auto *action = menu->addAction(words);
        action->setCheckable(true);
        action->setChecked(chip.chosen.contains(value));
        connect(action, &QAction::triggered, this, [this, &chip, value](bool on) {
            if (chip.kind == ChipKind::Due) {
                chip.chosen.clear();
            }
            if (on) {
                chip.chosen.append(value);
            } else {
                chip.chosen.removeAll(value);
            }
            say(chip);
            emit changed();
        });
    };
    switch (chip.kind) {
    case ChipKind::Stage: {
        const auto &present = m_shell.desk.regulation();
        for (int i = 0; i < kStageCount; ++i) {
            const auto stage = static_cast<Stage>(i);
            if (present.stage(stage)) {
                add(stageId(stage),
                    stageLabel(ground, stage, packText({present.id, present.version}, {})));
            }
        }
        break;
    }
    case ChipKind::Due:
        add(kLate, tr("Overdue"));
        add(kToday, tr("Due today"));
        add(kSoon, tr("Due within three days"));
        break;
    case ChipKind::Kind:
        if (const auto *list = m_shell.library->catalogue.choicesOf(u"kind")) {
            for (const auto &choice : list->choices) {
                add(choice.id, choiceLabel(ground, QStringLiteral("kind"), choice.id));
            }
        }
        break;
    case ChipKind::Category:
    case ChipKind::Department: {
        const auto field = chip.kind == ChipKind::Category ? QStringLiteral("category")
                                                           : QStringLiteral("assignedDept");
        if (const auto names = m_shell.desk.reader().namesInUse(field, {}, kMostNames)) {
            for (const auto &name : *names) {
                add(name, name);
            }
        }
        break;
    }
    }
    if (menu->isEmpty()) {
        menu->addAction(tr("Nothing to choose from yet"))->setEnabled(false);
    }
}

CaseFilter FilterChips::narrowed(CaseFilter given, const Instant &now) const
{
    for (const auto &chip : m_chips) {
        if (chip->chosen.isEmpty()) {
            continue;
        }
        switch (chip->kind) {
        case ChipKind::Stage:
            given.stages.clear();
            for (const auto &id : std::as_const(chip->chosen)) {
                given.stages.append(*stageOf(id));
            }
            break;
        case ChipKind::Due:
            if (chip->chosen.contains(kLate)) {
                given.overdueAt = now;
            } else {
                const auto days = chip->chosen.contains(kToday) ? 1 : kThreeDays;
                given.dueFrom = now;
                given.dueBefore = Instant::fromLocal(now.localDay().addDays(days), 0);
            }
            break;
        case ChipKind::Kind:
            given.kinds = chip->chosen;
            break;
        case ChipKind::Category:
            given.categories = chip->chosen;
            break;
        case ChipKind::Department:
            given.departments = chip->chosen;
            break;
        }
    }
    return given;
}

} // namespace huiyin
