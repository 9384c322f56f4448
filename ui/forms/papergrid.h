// SPDX-FileCopyrightText: 2026 The Huiyin authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <domain/draft.h>
#include <domain/field.h>
#include <domain/finding.h>
#include <forms/cell.h>
#include <forms/formhouse.h>
#include <forms/paperplan.h>
#include <rules/sheet.h>

#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <QWidget>

#include <memory>
#include <vector>

class QKeyEvent;
class QPainter;

namespace huiyin {

class InlineMessage;

/// A paper form on the screen, built from its Sheet: tinted label cells, hairlines, frameless
/// editors, the spans of the paper. On narrow windows the label–field pairs reflow to two or one a
/// row.
class PaperGrid : public QWidget
{
    Q_OBJECT

public:
    enum class Shape { Paper, TwoPairs, OnePair };

    /// \param parts  ids of the sheet's parts to show; empty = all
    /// \param extra  fields asked for besides those of the sheet
    PaperGrid(const FormHouse &house,
              const Sheet &sheet,
              const QStringList &parts,
              const QStringList &extra,
              QWidget *parent = nullptr);
    /// A grid of single fields (the form of a step), two pairs a row.
    PaperGrid(const FormHouse &house,
              const QStringList &fields,
              const QStringList &required,
              QWidget *parent = nullptr);
    ~PaperGrid() override;

    [[nodiscard]] const QString &sheetKey() const { return m_sheetKey; }

    /// Fields of all editors in printed order; read-only ones left out.
    [[nodiscard]] QStringList fieldOrder() const;
    [[nodiscard]] QStringList fastPath() const;
    [[nodiscard]] QStringList requiredFields() const;

    [[nodiscard]] Cell *cell(const QString &field) const;
    [[nodiscard]] QString label(const QString &field) const;

    /// The editors' values; what the draft held besides stays in it. setDraft(draft()) changes
    /// nothing.
    [[nodiscard]] ComplaintDraft draft() const;
    void setDraft(const ComplaintDraft &draft);
    void setFieldValue(const QString &field, const QJsonValue &value);

    /// The values `..` repeats.
    void setPrevious(const QJsonObject &fields) { m_previous = fields; }

    /// Words in a read-only cell (编号: 登记后生成).
    void setShown(const QString &field, const QString &text);

    void setGround(const UiGround &ground) { m_house.ground = ground; }

    /// Writes each finding under its cell. \return the findings that have no cell here
    Findings showFindings(const Findings &findings);
    void clearFindings();
    void clearFinding(const QString &field);
    [[nodiscard]] QString messageOf(const QString &field) const;
    void focusField(const QString &field);
    [[nodiscard]] QString firstFindingField() const;

    [[nodiscard]] Shape shape() const { return m_shape; }

    [[nodiscard]] Shape shapeFor(int width) const;

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }

    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    /// Small signs of the access keys at the labels, while Alt is held.
    void showKeyTips(bool shown);

    [[nodiscard]] bool keyTipsShown() const { return m_keyTips; }

    /// Alt and the letter of a cell lead there. \return false if it is no key of this form
    bool jump(const QKeyEvent &event);

signals:
    void edited(const QString &field); ///< the person changed a cell
    void fieldLeft(const QString &field);
    void fastPathEnded(); ///< Enter in the last cell of the fast path
    void attachRequested(const QString &field);
    void focusedField(const QString &field);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildPaper(const Sheet &sheet, const QStringList &parts, const QStringList &extra);
    void finish();
    int addUnit(const SheetCell &part, const QString &label, double rowHeight);
    [[nodiscard]] Cell *
    makeCell(const FieldDef &field, const SheetCell &part, const QString &label, double rowHeight);
    [[nodiscard]] QString words(const QString &zh, const QString &en) const;
    void say(int unit, const QString &text, Severity severity);
    void recheck(int unit);
    void walk(int unit, Walk direction);
    [[nodiscard]] PaperPlan plan(int width, int height) const;
    void arrange();
    void paintKeyTips(QPainter &painter) const;

    FormHouse m_house;
    QString m_sheetKey;
    PaperLayout m_layout;
    std::vector<PaperUnit> m_units;
    QHash<QString, int> m_unitOf; ///< field → unit
    QJsonObject m_previous;
    ComplaintDraft m_rest; ///< what the draft holds besides the editors' fields
    QSet<QString> m_visited;
    Shape m_shape = Shape::Paper;
    bool m_paper = true;
    bool m_filling = false;
    bool m_keyTips = false;
    QHash<QString, QChar> m_accessKeys; ///< field → letter
    PaperPlan m_plan;
};

} // namespace huiyin
